import { inspect } from "node:util";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "@multipass-netbox/core";
import { type Fault, loadExchange, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";
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

  it("in a line of the log", async () => {
    const lines: unknown[] = [];
    const write = (...line: readonly unknown[]): void => {
      lines.push(line);
    };
    const logger: Logger = { debug: write, info: write, warn: write, error: write };
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
