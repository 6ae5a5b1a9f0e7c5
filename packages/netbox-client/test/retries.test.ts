import { type Faults, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { catchError } from "./catch-error.ts";

const page = { type: "answer", contentType: "text/html", body: "<h1>Bad gateway</h1>" } as const;

/** Answers the first requests of a method with a gateway's page, and leaves the rest alone. */
function failFirst(method: string, { status, times }: { status: number; times: number }): Faults {
  let left = times;
  return (request) => {
    if (request.method !== method || left === 0) {
      return undefined;
    }
    left -= 1;
    return { ...page, status };
  };
}

describe("a read that a gateway answers in NetBox's place", () => {
  it.each([429, 502, 503, 504])("with %i is asked again", async (status) => {
    await using netbox = await startNetBox45StandIn({
      faults: failFirst("GET", { status, times: 1 }),
    });
    await using client = createNetBoxClient(netbox);
    expect(await client.tags.list()).toEqual([]);
    expect(netbox.requests.map((request) => request.status)).toEqual([status, 200]);
  });

  it("is given up after three more tries, with the last answer", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: failFirst("GET", { status: 502, times: 9 }),
    });
    await using client = createNetBoxClient(netbox);
    const error = await catchError(client.tags.list());
    expect(error).toMatchObject({ code: "NETBOX_SERVER", status: 502 });
    expect(netbox.requests).toHaveLength(4);
  });
});

describe("what is told at once", () => {
  it("is NetBox's own 500", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: failFirst("GET", { status: 500, times: 9 }),
    });
    await using client = createNetBoxClient(netbox);
    expect((await catchError(client.tags.list())).status).toBe(500);
    expect(netbox.requests).toHaveLength(1);
  });

  it("is whatever became of a write: it may have arrived", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: failFirst("POST", { status: 502, times: 1 }),
    });
    await using client = createNetBoxClient(netbox);
    const body = { name: "ours", slug: "ours" };
    expect((await catchError(client.tags.create([body]))).status).toBe(502);
    expect(netbox.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("is a cut connection under a write", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: ({ method }) => (method === "POST" ? { type: "cut" } : undefined),
    });
    await using client = createNetBoxClient(netbox);
    const body = { name: "ours", slug: "ours" };
    const error = await catchError(client.tags.create([body]));
    expect(error.code).toBe("NETBOX_UNREACHABLE");
    expect(netbox.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });
});
