import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { token } from "./fake-netbox.ts";

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\napi-version: 4.7\r\n";
const whole = '{"count":0,"next":null,"previous":null,"results":[]}';
const half = whole.slice(0, 20);
const size = half.length.toString(16);

describe("an answer of which only a part comes", () => {
  it.each([
    ["its content-length is longer", `${head}content-length: ${whole.length}\r\n\r\n${half}`],
    [
      "its last chunk is missing",
      `${head}transfer-encoding: chunked\r\n\r\n${size}\r\n${half}\r\n`,
    ],
    ["its chunk breaks off", `${head}transfer-encoding: chunked\r\n\r\nff\r\n${half}`],
    ["its head breaks off", head],
  ])("is asked for again, and never taken for the whole: %s", async (_, text) => {
    await using server = await serve((socket) => socket.end(text));
    await using client = createNetBoxClient({ url: server.url, token });
    const error = await catchError(client.tags.list());

    expect(error.code).toBe("NETBOX_UNREACHABLE");
    expect(server.count()).toBe(4);
  });

  it("and then no more, is told when the time is up, and not asked for again", async () => {
    const text = `${head}content-length: ${whole.length}\r\n\r\n${half}`;
    await using server = await serve((socket) => socket.write(text));
    await using client = createNetBoxClient({ url: server.url, token, timeoutMs: 100 });
    const error = await catchError(client.tags.list());

    expect(error).toMatchObject({ code: "NETBOX_UNREACHABLE", timedOut: true });
    expect(error.message).toContain("within 0.1 s");
    expect(server.count()).toBe(1);
  });

  it("and ends with the connection, as HTTP/1.0 does it, breaks off in the middle", async () => {
    await using server = await serve((socket) => socket.end(`${head}\r\n${half}`));
    await using client = createNetBoxClient({ url: server.url, token });
    const error = await catchError(client.tags.list());

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toBe("GET extras/tags/: the answer breaks off in the middle");
    expect(server.count()).toBe(1);
  });
});

/** A server that says to every request what it likes. */
async function serve(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("data", () => {
      requests += 1;
      answer(socket);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/netbox`,
    count: () => requests,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) {
        socket.destroy();
      }
      server.close();
      await once(server, "close");
    },
  };
}
