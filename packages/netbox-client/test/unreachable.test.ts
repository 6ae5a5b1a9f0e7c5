import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { type Fault, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { token } from "./fake-netbox.ts";

describe("no answer", () => {
  it("within the time allowed is NETBOX_UNREACHABLE", async () => {
    const { error, url } = await askFaulty({ type: "delay", delayMs: 60_000 }, 50);

    expect(error.code).toBe("NETBOX_UNREACHABLE");
    expect(error.message).toBe(`no answer from NetBox at ${new URL(url).origin} within 0.05 s`);
    expect(error.status).toBeUndefined();
  });

  it("from a closed port is NETBOX_UNREACHABLE", async () => {
    const origin = `http://127.0.0.1:${await findClosedPort()}`;
    await using client = createNetBoxClient({ url: `${origin}/netbox`, token });
    const error = await catchError(client.status());

    expect(error.code).toBe("NETBOX_UNREACHABLE");
    expect(error.message).toBe(`NetBox at ${origin} can't be reached`);
    expect(error.cause).toMatchObject({ code: "ECONNREFUSED" });
  });

  it("to its end, because the connection is cut, is NETBOX_UNREACHABLE", async () => {
    const { error } = await askFaulty({ type: "cut" });

    expect(error.code).toBe("NETBOX_UNREACHABLE");
  });
});

describe("an answer that is not the whole JSON", () => {
  it("is NETBOX_UNEXPECTED_BODY", async () => {
    const { error } = await askFaulty({
      type: "answer",
      status: 200,
      contentType: "application/json",
      body: '{"count": 1, "resu',
    });

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toBe("GET extras/tags/: the answer breaks off in the middle");
  });

  it("or a page of something else with 200 is NETBOX_UNEXPECTED_BODY", async () => {
    const { error } = await askFaulty({
      type: "answer",
      status: 200,
      contentType: "text/html; charset=utf-8",
      body: "<h1>Welcome</h1>",
    });

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.hint).toContain("base path");
  });
});

async function askFaulty(fault: Fault, timeoutMs?: number) {
  await using netbox = await startNetBox45StandIn({ faults: () => fault });
  await using client = createNetBoxClient({ url: netbox.url, token: netbox.token, timeoutMs });
  return { error: await catchError(client.tags.list()), url: netbox.url };
}

async function findClosedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
