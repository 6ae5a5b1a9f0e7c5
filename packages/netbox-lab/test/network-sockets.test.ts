import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { networkSocketsOf, parseSockets } from "./network-sockets.ts";

test.each([
  ["00000000:0000", true],
  ["0100007F:1F90", true],
  ["22D8B85D:01BB", false],
  ["00000000000000000000000001000000:1F90", true],
  ["0000000000000000FFFF00000100007F:1F90", true],
  ["0000000000000000FFFF000022D8B85D:01BB", false],
  ["B80D0120000000000000000001000000:01BB", false],
])("a socket connected to %s is inside: %s", (remote, isInside) => {
  const row = `   0: 0100007F:9C40 ${remote} 01 00000000:00000000 00:00000000 00000000     0        0 4711 1 0`;
  expect(parseSockets(`  sl  local_address rem_address   st\n${row}\n`)).toMatchObject([
    { inode: "4711", local: "127.0.0.1:40000", isInside },
  ]);
});

test("finds the sockets of a process", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = connect(port, "127.0.0.1");
  await once(client, "connect");
  const { listening, others } = networkSocketsOf([process.pid]);
  expect(listening.map(({ local }) => local)).toContain(`127.0.0.1:${port}`);
  expect(others.map(({ remote }) => remote)).toContain(`127.0.0.1:${port}`);
  client.destroy();
  server.close();
});
