import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choosePort } from "../src/choose-port.ts";

let server: Server;
let taken = 0;
beforeAll(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  taken = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

describe("choosePort", () => {
  test("leaves it to the kernel when nothing is asked", async () => {
    expect(await choosePort(0)).toBe(0);
  });

  test("does not insist on the previous one when it is taken", async () => {
    expect(await choosePort(0, taken)).toBe(0);
  });

  test("refuses an asked one that is taken", async () => {
    await expect(choosePort(taken)).rejects.toMatchObject({ code: "LAB_PREREQUISITE" });
  });
});
