import { inspect } from "node:util";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "@multipass-netbox/core";
import { type Fault, loadExchange, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient, NetBoxBulkError } from "../src/index.ts";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox, token } from "./fake-netbox.ts";

describe("the token never appears", () => {
  const faults: readonly (Fault & { readonly what: string })[] = [
    { what: "a cut connection", type: "cut" },
    { what: "no answer in time", type: "delay", delayMs: 60_000 },
    { what: "a page", type: "answer", status: 500, contentType: "text/html", body: "<h1>x</h1>" },
    { what: "half JSON", type: "answer", status: 200, contentType: "application/json", body: "{" },
  ];

  it.each(faults)("in the error of $what", async (fault) => {
    await using netbox = await startNetBox45StandIn({ faults: () => fault });
    await using client = createNetBoxClient({
      url: netbox.url,
      token: netbox.token,
      timeoutMs: 200,
    });
    const error = await catchError(client.tags.list());

    expect(everythingIn(error)).not.toContain(secretHalf(netbox.token));
  });

  it.each(["014-token-wrong-v2-lang-en", "118-device-missing-all-lang-en"])(
    "in the error of %s",
    async (name) => {
      const { response } = loadExchange("4.5.2", name);
      await using netbox = openFakeNetBox([response, response]);
      const error = await catchError(netbox.client.tags.list());

      expect(everythingIn(error)).not.toContain(secretHalf(token));
    },
  );

  it("in the error of a closed port, nor in the client itself", async () => {
    await using client = createNetBoxClient({ url: "http://127.0.0.1:1/netbox", token });
    const error = await catchError(client.tags.list());

    expect(everythingIn(error)).not.toContain(secretHalf(token));
    expect(everythingIn(client)).not.toContain(secretHalf(token));
  });

  it("in a line of the log, nor does what was sent", async () => {
    const { lines, logger } = listen();
    await using netbox = await startNetBox45StandIn();
    const { url, token: own } = netbox;
    await using client = createNetBoxClient({ url, token: own, logger });
    await client.tags.create([{ name: "a", slug: "a", description: "not for the log" }]);

    expect(lines).toHaveLength(2);
    expect(lines[1]).toEqual([
      {
        method: "POST",
        path: "extras/tags/",
        status: 201,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        durationMs: expect.any(Number) as number,
      },
      "NetBox answered",
    ]);
    expect(everythingIn(lines)).not.toMatch(/nbt_|not for the log/);
  });

  it("in a line that says that NetBox is asked again", async () => {
    const { lines, logger } = listen();
    let left = 2;
    await using netbox = await startNetBox45StandIn({
      faults: () => ((left -= 1) < 0 ? undefined : { type: "cut" }),
    });
    const { url, token: own } = netbox;
    await using client = createNetBoxClient({ url, token: own, logger });
    await client.tags.list({ name: "not for the log" });

    expect(lines.map((line) => line[1])).toEqual([
      "NetBox did not answer",
      "NetBox is asked again",
      "NetBox did not answer",
      "NetBox is asked again",
      "NetBox answered",
    ]);
    expect(everythingIn(lines)).not.toMatch(/nbt_|not for the log/);
  });
});

describe("a token that is made", () => {
  const faults: readonly (Fault & { readonly what: string })[] = [
    { what: "a lost answer", type: "cut-after" },
    { what: "half an answer", type: "cut" },
    { what: "a page", type: "answer", status: 502, contentType: "text/html", body: "<h1>x</h1>" },
    { what: "a refusal", type: "answer", status: 400, contentType: "application/json", body: "{}" },
    {
      what: "an odd answer",
      type: "answer",
      status: 201,
      contentType: "application/json",
      body: "{}",
    },
  ];

  it.each(faults)("is in no error of $what, and in no line of the log", async (fault) => {
    const { lines, logger } = listen();
    await using netbox = await startNetBox45StandIn({
      faults: ({ method }) => (method === "POST" ? fault : undefined),
    });
    const { url, token: own } = netbox;
    await using client = createNetBoxClient({ url, token: own, logger });
    const error = await catchError(client.mintToken({ user: 1 }));
    const sent = netbox.requests.find(({ method }) => method === "POST")?.body;
    const half = (sent as { readonly token: string }).token;

    expect(half).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(everythingIn([error, lines])).not.toContain(half);
  });

  it("is shown by nobody who prints or logs it, or the error of its bulk request", async () => {
    const { request, response } = loadExchange("4.7.3", "185-tokens-create-v2");
    const { token: half, ...made } = response.body as { readonly token: string };
    const body = [{ ...made, token: half, description: "kept otherwise" }];
    const status = loadExchange("4.7.3", "001-status").response;
    await using netbox = openFakeNetBox([status, response, { ...response, body }]);
    const minted = await netbox.client.mintToken({ user: 1 });
    const wanted = [{ ...(request.body as { readonly user: number }), description: "d" }];
    const error = await catchBulk(netbox.client.tokens.create(wanted));

    expect(minted.token.reveal()).toContain(half);
    expect(everythingIn(minted)).not.toContain(half);
    expect(error.outcomes).toMatchObject([{ status: "failed", code: "NETBOX_NOT_KEPT" }]);
    expect(shownOf(error)).not.toContain(half);
    // Those that were made beside one that was not hold it, for who asks for it by name.
    const outcome = { status: "done", id: 1, object: body[0] } as const;
    const partial = new NetBoxBulkError("users/tokens/", [outcome, { status: "not-attempted" }]);
    expect(partial.outcomes[0]).toMatchObject({ object: { token: half } });
    expect(shownOf(partial)).not.toContain(half);
  });
});

describe("a secret in a body", () => {
  it("is in no error that says that it was not kept", async () => {
    const { request, response } = loadExchange("4.5.2", "555-crud-webhook-create");
    const sent = { ...(request.body as { readonly name: string }), secret: "hunter2" };
    const status = loadExchange("4.5.2", "011-status").response;
    await using netbox = openFakeNetBox([status, { ...response, body: [response.body] }]);
    const error = await catchBulk(netbox.client.webhooks.create([sent as never]));

    expect(error.outcomes).toMatchObject([{ fieldErrors: [{ field: "secret" }] }]);
    expect(everythingIn(error)).not.toContain("hunter2");
  });
});

describe("the token goes to the configured origin only", () => {
  it("a redirect to another one is named, never followed", async () => {
    const asked: unknown[] = [];
    const other = createServer((request, response) => {
      asked.push(request.headers);
      response.end("{}");
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/netbox/api/`;
    const headers = { location: elsewhere, "content-type": "text/html" };
    const netbox = createServer((_, response) => response.writeHead(302, headers).end()).listen(
      0,
      "127.0.0.1",
    );
    await once(netbox, "listening");
    const url = `http://127.0.0.1:${(netbox.address() as AddressInfo).port}/netbox`;
    const client = createNetBoxClient({ url, token });
    const error = await catchError(client.tags.list());
    await client[Symbol.asyncDispose]();
    netbox.close();
    other.close();

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain(`NetBox redirects to ${elsewhere} (302)`);
    expect(asked).toEqual([]);
  });
});

interface Listening {
  readonly logger: Logger;
  readonly lines: readonly (readonly unknown[])[];
}

function listen(): Listening {
  const lines: (readonly unknown[])[] = [];
  const write = (...line: readonly unknown[]): void => {
    lines.push(line);
  };
  return { lines, logger: { debug: write, info: write, warn: write, error: write } };
}

/** What a terminal or a log shows of an error that is handed to it. */
function shownOf(error: Error): string {
  return [
    inspect(error, { depth: 20 }),
    JSON.stringify(error),
    JSON.stringify(Object.assign({}, error)),
  ].join();
}

/** Every way in which a value is shown: message, causes, inspection, JSON. */
function everythingIn(value: unknown): string {
  const own = value instanceof Error ? [value.message, value.stack, everythingIn(value.cause)] : [];
  return [
    ...own,
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
  ].join("\n");
}

function secretHalf(value: string): string {
  return value.slice(value.indexOf(".") + 1);
}
