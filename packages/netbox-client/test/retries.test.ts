import type { Logger } from "@multipass-netbox/core";
import { type Fault, type Faults, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { MockAgent } from "undici";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";
import { token } from "./fake-netbox.ts";

const body = { name: "ours", slug: "ours" };

describe("a read that a gateway answers in NetBox's place", () => {
  it.each([429, 502, 503, 504])("with %i is asked again", async (status) => {
    await using netbox = await startNetBox45StandIn({ faults: failFirst("GET", 1, page(status)) });
    await using client = createNetBoxClient(netbox);
    expect(await client.tags.list()).toEqual([]);
    expect(netbox.requests.map((request) => request.status)).toEqual([status, 200]);
  });

  it("is given up after three more tries, with the last answer", async () => {
    await using netbox = await startNetBox45StandIn({ faults: failFirst("GET", 9, page(502)) });
    await using client = createNetBoxClient(netbox);
    const error = await catchError(client.tags.list());
    expect(error).toMatchObject({ code: "NETBOX_SERVER", status: 502 });
    expect(netbox.requests).toHaveLength(4);
  });

  it("waits as long as it is asked to, and says so", async () => {
    const { lines, logger } = listen();
    const faults = failFirst("GET", 1, page(503, { "retry-after": "0" }));
    await using netbox = await startNetBox45StandIn({ faults });
    await using client = createNetBoxClient({ ...netbox, logger });
    await client.tags.list();
    expect(lines.filter(([level]) => level === "warn")).toEqual([
      ["warn", { method: "GET", path: "extras/tags/", waitMs: 0 }, "NetBox is asked again"],
    ]);
  });

  it("is told at once when it is asked to wait for more than a minute", async () => {
    const faults = failFirst("GET", 1, page(429, { "retry-after": "61" }));
    await using netbox = await startNetBox45StandIn({ faults });
    await using client = createNetBoxClient(netbox);
    expect(await catchError(client.tags.list())).toMatchObject({
      code: "NETBOX_RATE_LIMIT",
      status: 429,
    });
    expect(netbox.requests).toHaveLength(1);
  });
});

describe("a read", () => {
  it.each(["cut", "cut-before", "cut-after"] as const)(
    "whose connection is %s is asked again",
    async (type) => {
      await using netbox = await startNetBox45StandIn({ faults: failFirst("GET", 1, { type }) });
      await using client = createNetBoxClient(netbox);
      expect(await client.tags.list()).toEqual([]);
      expect(netbox.requests).toHaveLength(2);
    },
  );

  it("that NetBox itself answers with 500 is told at once", async () => {
    await using netbox = await startNetBox45StandIn({ faults: failFirst("GET", 9, page(500)) });
    await using client = createNetBoxClient(netbox);
    expect((await catchError(client.tags.list())).status).toBe(500);
    expect(netbox.requests).toHaveLength(1);
  });
});

describe("a write is sent again", () => {
  it("when it was one too many", async () => {
    const refused = page(429, { "retry-after": "0" });
    await using netbox = await startNetBox45StandIn({ faults: failFirst("POST", 1, refused) });
    await using client = createNetBoxClient(netbox);
    const { outcomes } = await client.tags.create([body]);
    expect(outcomes).toMatchObject([{ status: "done" }]);
    expect(postsOf(netbox).map(({ status }) => status)).toEqual([429, 201]);
    expect(await client.tags.count()).toBe(1);
  });

  it("when no connection came about", async () => {
    await using dispatcher = openRefusingOnce();
    await using client = createNetBoxClient({
      url: "http://127.0.0.1:18080/netbox",
      token,
      dispatcher,
    });
    const { outcomes } = await client.tags.create([body]);
    expect(outcomes).toMatchObject([{ status: "done", id: 1 }]);
  });

  it("three times more at most, and is then not attempted", async () => {
    const refused = page(429, { "retry-after": "0" });
    await using netbox = await startNetBox45StandIn({ faults: failFirst("POST", 9, refused) });
    await using client = createNetBoxClient(netbox);
    const error = await catchBulk(client.tags.create([body]));
    expect(error).toMatchObject({ code: "NETBOX_RATE_LIMIT", status: 429 });
    expect(error.outcomes).toEqual([{ status: "not-attempted" }]);
    expect(postsOf(netbox)).toHaveLength(4);
  });
});

interface Listening {
  readonly logger: Logger;
  readonly lines: readonly (readonly unknown[])[];
}

function listen(): Listening {
  const lines: (readonly unknown[])[] = [];
  const write =
    (level: string) =>
    (...line: readonly unknown[]): void => {
      lines.push([level, ...line]);
    };
  const [debug, info, warn, error] = ["debug", "info", "warn", "error"].map(write);
  return { lines, logger: { debug, info, warn, error } as Logger };
}

function page(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return { type: "answer", status, headers, contentType: "text/html", body: "<h1>Gateway</h1>" };
}

/** Spoils the first requests of a method, and leaves the rest alone. */
function failFirst(method: string, times: number, fault: Fault): Faults {
  let left = times;
  return (request) => {
    if (request.method !== method || left === 0) {
      return undefined;
    }
    left -= 1;
    return fault;
  };
}

function postsOf({
  requests,
}: {
  readonly requests: readonly { method: string; status: number }[];
}) {
  return requests.filter(({ method }) => method === "POST");
}

/** A network that refuses the first connection for a POST. */
function openRefusingOnce(): MockAgent & AsyncDisposable {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const netbox = agent.get("http://127.0.0.1:18080");
  const headers = { "content-type": "application/json", "api-version": "4.5" };
  const made = { ...body, id: 1, display: "ours", color: "9e9e9e", description: "", weight: 1000 };
  netbox.intercept({ path: "/netbox/api/status/", method: "GET" }).reply(200, {}, { headers });
  netbox
    .intercept({ path: "/netbox/api/extras/tags/", method: "POST" })
    .replyWithError(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  netbox
    .intercept({ path: "/netbox/api/extras/tags/", method: "POST" })
    .reply(201, [{ ...made, object_types: [] }], { headers });
  return Object.assign(agent, { [Symbol.asyncDispose]: () => agent.close() });
}
