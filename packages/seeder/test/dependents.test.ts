import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { describe, expect, it } from "vitest";
import type { Dependents } from "../src/dependents.ts";
import { kinds } from "../src/kinds.ts";

const dependents = kinds.flatMap(({ name, dependents: lists = [] }) =>
  lists.map((list) => [`${list.path} of a ${name}`, list] as const),
);

describe("the lists of what is deleted or unlinked along", () => {
  it.each([
    ["deleted", { tenant: 0, "ip-address": 0, service: 0, user: 1, device: 18 }],
    ["unlinked", { tenant: 1, "ip-address": 9, service: 0, user: 2, device: 2 }],
  ] as const)("are none for a kind of which nothing hangs: %s", (effect, expected) => {
    const counts = Object.fromEntries(
      kinds.map(({ name, dependents: lists = [] }) => [
        name,
        lists.filter((list) => list.effect === effect).length,
      ]),
    );
    expect(counts).toMatchObject(expected);
  });

  it.each(["4.5", "4.7"])("can all be asked for by ids in NetBox %s", async (version) => {
    await using netbox = await openEmptyNetBox(version);
    const there = dependents.filter(([, { since = version }]) => since <= version);
    expect(there.length).toBeGreaterThan(30);
    for (const [, list] of there) {
      await ask(netbox.client, list);
    }
    expect(netbox.asked).toEqual(there.map(([, { path }]) => path));
  });

  it("are not there before the version that they name", async () => {
    await using netbox = await openEmptyNetBox("4.5");
    for (const [, list] of dependents.filter(([, { since }]) => since !== undefined)) {
      await expect(ask(netbox.client, list)).rejects.toMatchObject({
        code: "NETBOX_UNKNOWN_FILTER",
      });
    }
    expect(netbox.asked).toEqual([]);
  });
});

function ask(client: NetBoxClient, { path, filter, where }: Dependents): Promise<unknown> {
  return client.endpoint(path).list({ [filter]: [1, 2], ...where });
}

interface EmptyNetBox extends AsyncDisposable {
  readonly client: NetBoxClient;
  /** The lists that were asked for. */
  readonly asked: readonly string[];
}

/** A server that speaks as that version and holds nothing: the client refuses the rest itself. */
async function openEmptyNetBox(version: string): Promise<EmptyNetBox> {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, answer) => {
    const { pathname } = new URL(url, "http://netbox.test");
    const path = pathname.replace("/api/", "");
    if (path !== "status/") {
      asked.push(path);
    }
    answer.setHeader("API-Version", version).setHeader("Content-Type", "application/json");
    answer.end(JSON.stringify({ count: 0, next: null, previous: null, results: [] }));
  });
  const { port } = await listen(server);
  const client = createNetBoxClient({ url: `http://127.0.0.1:${port}`, token: "t" });
  return {
    client,
    asked,
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      server.close();
    },
  };
}

async function listen(server: Server): Promise<AddressInfo> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server.address() as AddressInfo;
}
