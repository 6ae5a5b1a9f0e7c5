import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

describe("free addresses of a prefix", () => {
  it.each([
    ["4.5.2", "368-avail-ips-get", ["10.20.0.1/24", "10.20.0.2/24", "10.20.0.3/24"]],
    ["4.5.2", "386-avail-ips-exhausted-get", []],
  ] as const)("%s %s is listed", async (version, name, addresses) => {
    await using netbox = openFakeNetBox([loadExchange(version, name).response]);

    expect(await netbox.client.listAvailableIps(4, { limit: 3 })).toEqual(
      addresses.map((address) => ({ address })),
    );
    expect(netbox.requests[0]?.path).toBe("/netbox/api/ipam/prefixes/4/available-ips/?limit=3");
  });

  it.each([
    ["4.5.2", "374-avail-ips-post-3", ["10.20.0.3/24", "10.20.0.4/24", "10.20.0.5/24"]],
    ["4.7.3", "356-available-ips-post-list", ["10.91.0.3/29", "10.91.0.4/29"]],
  ] as const)("%s %s is taken in one request", async (version, name, addresses) => {
    const { request, response } = loadExchange(version, name);
    await using netbox = openFakeNetBox([response]);
    const bodies = request.body as readonly Readonly<Record<string, unknown>>[];
    const taken = await netbox.client.allocateIps(4, bodies);

    expect(taken.map(({ address }) => address)).toEqual(addresses);
    expect(netbox.requests.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: "POST", body: bodies },
    ]);
  });

  it.each([
    ["4.5.2", "381-avail-ips-small-post-3-too-many-lang-en"],
    ["4.5.2", "384-avail-ips-exhausted-post-lang-en"],
    ["4.7.3", "357-available-ips-post-409"],
  ] as const)("%s %s is NETBOX_EXHAUSTED", async (version, name) => {
    await using netbox = openFakeNetBox([loadExchange(version, name).response]);
    const error = await catchError(netbox.client.allocateIps(5, [{}, {}, {}]));

    expect(error.code).toBe("NETBOX_EXHAUSTED");
    expect(error.message).toBe("the prefix has fewer than 3 free addresses");
    expect(error.status).toBe(409);
  });
});
