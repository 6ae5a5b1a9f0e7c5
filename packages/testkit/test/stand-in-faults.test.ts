import { describe, expect, it } from "vitest";
import { type Fault, type NetBoxStandIn, startNetBox45StandIn } from "../src/index.ts";
import { send } from "./send.ts";

const tag = { name: "t", slug: "t" };

/** A stand-in whose first request goes wrong. */
function startWith(fault: Fault): Promise<NetBoxStandIn> {
  const faults = [fault];
  return startNetBox45StandIn({ faults: () => faults.shift() });
}

async function countTags(netbox: NetBoxStandIn): Promise<unknown> {
  const { body } = await send(netbox, "GET", "extras/tags/");
  return (body as { readonly count: number }).count;
}

describe("a connection that ends", () => {
  it("before the request is carried out: nothing happened", async () => {
    await using netbox = await startWith({ type: "cut-before" });

    await expect(send(netbox, "POST", "extras/tags/", tag)).rejects.toThrow("fetch failed");
    expect(netbox.requests).toMatchObject([{ method: "POST", body: tag, status: 0 }]);
    expect(await countTags(netbox)).toBe(0);
  });

  it("after it is carried out: the answer is lost", async () => {
    await using netbox = await startWith({ type: "cut-after" });

    await expect(send(netbox, "POST", "extras/tags/", tag)).rejects.toThrow("fetch failed");
    expect(netbox.requests).toMatchObject([{ method: "POST", body: tag, status: 201 }]);
    expect(await countTags(netbox)).toBe(1);
  });

  it("in the middle of the answer", async () => {
    await using netbox = await startWith({ type: "cut" });

    await expect(send(netbox, "POST", "extras/tags/", tag)).rejects.toThrow("terminated");
    expect(netbox.requests).toEqual([
      { method: "POST", path: "/netbox/api/extras/tags/", query: "", body: tag, status: 201 },
    ]);
    expect(await countTags(netbox)).toBe(1);
  });
});

describe("an answer that is not NetBox's", () => {
  it("drops a field as if NetBox did not know it", async () => {
    await using netbox = await startWith({ type: "drop-field", field: "description" });
    const { body } = await send(netbox, "POST", "extras/tags/", { ...tag, description: "lost" });

    expect(body).toMatchObject({ name: "t", description: "" });
  });

  it("comes from something in front of it, with headers of its own", async () => {
    const body = "<h1>Busy</h1>";
    await using netbox = await startWith({
      type: "answer",
      status: 503,
      contentType: "text/html",
      body,
      headers: { "retry-after": "7" },
    });
    const answer = await fetch(`${netbox.url}/api/extras/tags/`, {
      method: "POST",
      headers: { authorization: `Bearer ${netbox.token}` },
      body: JSON.stringify(tag),
    });

    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("text/html");
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(await answer.text()).toBe(body);
    expect(await countTags(netbox)).toBe(0);
  });

  it("comes late, and the request is carried out", async () => {
    await using netbox = await startWith({ type: "delay", delayMs: 60_000 });
    const answer = fetch(`${netbox.url}/api/extras/tags/`, {
      method: "POST",
      headers: { authorization: `Bearer ${netbox.token}` },
      body: JSON.stringify(tag),
      signal: AbortSignal.timeout(50),
    });

    await expect(answer).rejects.toThrow("timeout");
    expect(await countTags(netbox)).toBe(1);
  });
});
