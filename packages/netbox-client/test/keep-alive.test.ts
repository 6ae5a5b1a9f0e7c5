import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";

it("uses a connection again at once, and never one that NetBox may be closing", async () => {
  let connections = 0;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: 1, username: "admin" }));
  });
  server.on("connection", () => {
    connections += 1;
  });
  // Keeps connections open for ever and says nothing of it, as gunicorn says nothing of its 2 s.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = createNetBoxClient({ url: `http://127.0.0.1:${port}`, token: "nbt_a.b" });

  await client.checkAuthentication();
  await sleep(100);
  await client.checkAuthentication();
  expect(connections).toBe(1);
  await sleep(1600);
  await client.checkAuthentication();
  expect(connections).toBe(2);

  await client[Symbol.asyncDispose]();
  server.close();
});
