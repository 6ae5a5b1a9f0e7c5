import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";

const real = injectRealNetBox();

let netbox: NetBoxClient;
beforeAll(() => {
  netbox = createNetBoxClient(real);
});
afterAll(() => netbox[Symbol.asyncDispose]());

describe("a real NetBox", () => {
  it("says who it is and whose token this is", async () => {
    expect(await netbox.status()).toMatchObject({ netboxVersion: "4.7.3" });
    expect(await netbox.apiVersion()).toBe("4.7");
    expect(await netbox.checkAuthentication()).toMatchObject({ username: "admin" });
  });

  it("refuses a wrong token as such, and a wrong address as such", async () => {
    await using stranger = createNetBoxClient({
      url: real.url,
      token: "0123456789abcdef0123456789abcdef01234567",
    });
    await expect(stranger.status()).rejects.toMatchObject({ code: "NETBOX_AUTH", status: 403 });
    await using lost = createNetBoxClient({
      url: new URL(real.url).origin,
      token: real.token,
    });
    await expect(lost.status()).rejects.toMatchObject({
      code: "NETBOX_NOT_FOUND",
      hint: expect.stringContaining("base path"),
    });
  });

  it("makes and changes many objects at once, answered in the order asked", async () => {
    const bodies = ["c", "a", "b"].map((letter) => ({
      name: `Client test ${letter}`,
      slug: `client-test-${letter}`,
    }));
    const made = await netbox.tenants.create(bodies);
    expect(made.objects.map(({ slug }) => slug)).toEqual(bodies.map(({ slug }) => slug));
    expect(made.outcomes).toMatchObject(
      made.objects.map(({ id }) => ({ id, requestId: expect.stringMatching(/^[-0-9a-f]{36}$/) })),
    );
    const changes = made.objects.map(({ id, slug }) => ({ id, description: `was ${slug}` }));
    const changed = await netbox.tenants.update(changes);
    expect(changed.objects.map(({ id, description }) => ({ id, description }))).toEqual(changes);
  });

  it("looks for a text in many kinds side by side", async () => {
    await netbox.tenants.create([{ name: "Client test search", slug: "client-test-search" }]);
    const found = await netbox.search("client-test-search");

    expect(found.map(({ path, count }) => ({ path, count }))).toEqual([
      { path: "tenancy/tenants/", count: 1 },
    ]);
    expect(found[0]?.hits[0]?.display).toBe("Client test search");
  });

  it("gives any other list by its path, as strict as the others", async () => {
    const regions = netbox.endpoint("dcim/regions/");
    const { objects } = await regions.create([{ name: "Client test", slug: "client-test" }]);
    expect(await regions.list({ slug: "client-test" })).toMatchObject([{ name: "Client test" }]);

    await expect(regions.list({ slugg: "x" })).rejects.toMatchObject({
      code: "NETBOX_UNKNOWN_FILTER",
    });
    await expect(regions.create([{ name: "a", slug: "a", colour: "red" }])).rejects.toMatchObject({
      code: "NETBOX_VALIDATION",
      message: expect.stringContaining('no field "colour"'),
    });
    await regions.delete(objects.map(({ id }) => id));
  });

  it("makes a token that works, and has its value from nowhere else", async () => {
    const { id: user } = await netbox.checkAuthentication();
    const minted = await netbox.mintToken({ user, description: "client test" });
    await using other = createNetBoxClient({ url: real.url, token: minted.token });

    expect(await other.checkAuthentication()).toMatchObject({ id: user });
    expect(JSON.stringify(minted)).not.toContain(minted.token.reveal());
    await netbox.tokens.delete([minted.id]);
    await expect(other.checkAuthentication()).rejects.toMatchObject({ code: "NETBOX_AUTH" });
  });

  it("does not ask with a filter that it would ignore", async () => {
    await expect(netbox.tenants.list({ nam: "x" })).rejects.toMatchObject({
      code: "NETBOX_UNKNOWN_FILTER",
      message: expect.stringContaining('did you mean "name"?'),
    });
    // What the client keeps from happening: everything, whatever was asked for.
    const ignored = await netbox.tenants.list({ nam: "x" }, { allowFilters: ["nam"] });
    expect(ignored.length).toBeGreaterThan(1);
  });

  it("does not send a body that NetBox would quietly cut", async () => {
    const body = { prefix: "10.77.0.0/24", site: 1 };
    await expect(netbox.prefixes.create([body])).rejects.toMatchObject({
      code: "NETBOX_VALIDATION",
      message: expect.stringContaining("not sent"),
    });
    expect(await netbox.prefixes.list({ prefix: "10.77.0.0/24" })).toEqual([]);
  });

  it("lists free addresses, allocates them, and says when there are none left", async () => {
    const { objects } = await netbox.prefixes.create([{ prefix: "10.77.1.0/29" }]);
    const id = objects[0]?.id ?? 0;
    const free = await netbox.listAvailableIps(id);
    expect(free.map(({ address }) => address)).toEqual(
      [1, 2, 3, 4, 5, 6].map((host) => `10.77.1.${host}/29`),
    );
    const bodies = [{ description: "one" }, { description: "two" }];
    expect((await netbox.allocateIps(id, bodies)).map(({ address }) => address)).toEqual([
      "10.77.1.1/29",
      "10.77.1.2/29",
    ]);
    await expect(
      netbox.allocateIps(
        id,
        Array.from({ length: 5 }, () => ({})),
      ),
    ).rejects.toMatchObject({ code: "NETBOX_EXHAUSTED" });
    expect(await netbox.listAvailableIps(id)).toHaveLength(4);
  });

  it("speaks of ports in one way, whatever the protocols", async () => {
    const seeded = await makeDevice();
    const { objects } = await netbox.services.create([
      {
        name: "client-test-dns",
        parent_object_type: "dcim.device",
        parent_object_id: seeded,
        port_mappings: ["udp/53", "tcp/53"],
      },
    ]);
    const [service] = await netbox.services.list({ name: "client-test-dns" });
    expect(service?.port_mappings).toEqual(["udp/53", "tcp/53"]);
    expect(service?.id).toBe(objects[0]?.id);
  });
});

/** A device to hang a service on; the id of it. */
async function makeDevice(): Promise<number> {
  const slug = "client-test-device";
  const { objects: manufacturers } = await netbox.manufacturers.create([{ name: slug, slug }]);
  const { objects: types } = await netbox.deviceTypes.create([
    { manufacturer: { slug }, model: slug, slug },
  ]);
  await netbox.deviceRoles.create([{ name: slug, slug }]);
  await netbox.sites.create([{ name: slug, slug }]);
  const { objects } = await netbox.devices.create([
    { name: slug, device_type: types[0]?.id ?? 0, role: { slug }, site: { slug } },
  ]);
  expect(manufacturers).toHaveLength(1);
  return objects[0]?.id ?? 0;
}
