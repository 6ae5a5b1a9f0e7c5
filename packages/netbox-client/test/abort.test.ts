import { type Fault, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";
import { catchBulk } from "./catch-bulk.ts";

const never: Fault = { type: "delay", delayMs: 600_000 };
const busy: Fault = {
  type: "answer",
  status: 503,
  contentType: "text/html",
  body: "<h1>Busy</h1>",
  headers: { "retry-after": "60" },
};

describe("a read whose signal is aborted ends with the reason of the signal", () => {
  it.each([
    ["while NetBox is at work", never],
    ["while it waits to ask again", busy],
  ] as const)("%s", async (_, fault) => {
    const stop = new AbortController();
    const reason = new Error("enough");
    await using netbox = await startNetBox45StandIn({
      faults: () => {
        setImmediate(() => stop.abort(reason));
        return fault;
      },
    });
    await using client = createNetBoxClient(netbox);
    const { signal } = stop;

    await expect(client.tags.list({}, { signal })).rejects.toBe(reason);
    await expect(client.tags.count({}, { signal })).rejects.toBe(reason);
    await expect(client.tags.get(1, { signal })).rejects.toBe(reason);
    await expect(client.search("x", { signal })).rejects.toBe(reason);
    expect(netbox.requests.length).toBeLessThanOrEqual(1);
  });

  it("while NetBox is asked for its version, which others go on waiting for", async () => {
    const stop = new AbortController();
    await using netbox = await startNetBox45StandIn({
      faults: ({ path }) => {
        setImmediate(() => stop.abort(new Error("enough")));
        return path.endsWith("/status/") ? { type: "delay", delayMs: 200 } : undefined;
      },
    });
    await using client = createNetBoxClient(netbox);
    const other = client.apiVersion();

    await expect(client.tags.list({ q: "x" }, { signal: stop.signal })).rejects.toThrow("enough");
    expect(await other).toBe("4.5");
    expect(netbox.requests).toHaveLength(1);
  });

  it("between two pages", async () => {
    const stop = new AbortController();
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    await client.tags.create(["a", "b", "c"].map((slug) => ({ name: slug, slug })));
    const before = netbox.requests.length;
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      const options = { pageSize: 1, signal: stop.signal };
      for await (const { slug } of client.tags.iterate({}, options)) {
        seen.push(slug);
        stop.abort(new Error("enough"));
      }
    };

    await expect(read()).rejects.toThrow("enough");
    expect(seen).toEqual(["a"]);
    expect(netbox.requests.length - before).toBe(1);
  });
});

describe("a bulk request whose signal is aborted", () => {
  it("ends the request under way, and tells what was not attempted", async () => {
    const stop = new AbortController();
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const bodies = ["a", "b", "c", "d", "e"].map((slug) => ({ name: slug, slug }));
    const error = await catchBulk(
      client.tags.create(bodies, {
        limits: { items: 2, sizeBytes: 1000 },
        signal: stop.signal,
        onSend: (indexes) => {
          if (indexes.includes(2)) {
            stop.abort(new Error("enough"));
          }
        },
      }),
    );

    expect(error.code).toBe("INTERRUPTED");
    expect(error.cause).toBe(stop.signal.reason);
    expect(error.outcomes.map(({ status }) => status)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "not-attempted",
    ]);
    expect((await client.tags.list()).map(({ slug }) => slug)).toEqual(["a", "b", "c", "d"]);
  });

  it("is done all the same when nothing was left to do", async () => {
    const stop = new AbortController();
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const { objects } = await client.tags.create([{ name: "a", slug: "a" }], {
      signal: stop.signal,
      onOutcome: () => stop.abort(),
    });

    expect(objects).toHaveLength(1);
  });
});
