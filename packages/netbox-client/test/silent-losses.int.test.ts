import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { request } from "undici";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";

type Body = Readonly<Record<string, unknown>>;

const real = injectRealNetBox();
let netbox: NetBoxClient;
let site: number;
let device: number;
beforeAll(async () => {
  netbox = createNetBoxClient(real);
  [site, device] = await makePlace("silent-losses");
});
afterAll(() => netbox[Symbol.asyncDispose]());

// What a bare request loses with a success is shown first, then what the client makes of the same.
// silent-losses.contract.test.ts does it with the answers of NetBox 4.5.2.
describe("what NetBox 4.7 loses in silence is an error here", () => {
  it("a filter that does not exist: everything", async () => {
    const everything = await ask("GET", "dcim/sites/?fields=id");
    for (const filter of ["nonexistent", "name__zzz"]) {
      const ignored = await ask("GET", `dcim/sites/?${filter}=1&fields=id`);
      expect(ignored).toEqual(everything);
      expect(countOf(ignored)).toBeGreaterThan(0);

      const error = await catchError(netbox.sites.list({ [filter]: 1 }));
      expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    }
  });

  it.each([
    ["ipam/prefixes/", { prefix: "10.79.0.0/24" }, { site: 1 }],
    ["dcim/racks/", { name: "silent" }, { type: "virtual" }],
    ["dcim/regions/", { name: "silent", slug: "silent" }, { nope: 1 }],
  ] as const)("a field that does not exist: dropped, %s%j%j", async (path, named, lost) => {
    const [field = ""] = Object.keys(lost);
    const endpoint = netbox.endpoint(path);
    const body = { ...named, ...(path === "dcim/racks/" ? { site } : {}), ...lost };
    const { status, object } = await ask("POST", path, body);
    expect(status).toBe(201);
    expect(object).not.toHaveProperty(field);
    await endpoint.delete([object.id]);

    const error = await catchError(endpoint.create([body]));
    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain(`no field "${field}"`);
    expect(await endpoint.list(named)).toEqual([]);
    // Found out all the same where the caller vouches for it.
    const vouched = await catchBulk(endpoint.create([body], { allowFields: [field] }));
    expect(vouched.code).toBe("NETBOX_NOT_KEPT");
    expect(vouched.outcomes).toMatchObject([{ status: "failed", fieldErrors: [{ field }] }]);
    await endpoint.delete((await endpoint.list(named)).map(({ id }) => id));
  });

  it("custom_fields that don't exist: since 4.7 NetBox itself refuses them", async () => {
    const change = { id: site, custom_fields: { silent_losses: 1 } };
    expect((await ask("PATCH", "dcim/sites/", [change])).status).toBe(400);

    const error = await catchBulk(netbox.sites.update([change]));
    expect(error.outcomes).toMatchObject([
      { code: "NETBOX_VALIDATION", fieldErrors: [{ field: "custom_fields.silent_losses" }] },
    ]);
  });

  it("an address on a device, a service of a site, a scope that is a device: since 4.7 refused", async () => {
    const bodies = [
      ["ipam/ip-addresses/", { assigned_object_type: "dcim.device", assigned_object_id: device }],
      ["ipam/services/", { parent_object_type: "dcim.site", parent_object_id: site }],
      ["ipam/prefixes/", { scope_type: "dcim.device", scope_id: device }],
    ] as const;
    const others = { name: "x", address: "10.79.1.1/24", prefix: "10.79.1.0/24" };
    for (const [path, wrong] of bodies) {
      const body = { ...others, port_mappings: ["tcp/1"], ...wrong };
      expect((await ask("POST", path, body)).status).toBe(400);
    }
    const address = { address: others.address, ...bodies[0][1] };
    await expect(netbox.ipAddresses.create([address as never])).rejects.toMatchObject({
      code: "NETBOX_VALIDATION",
      message: expect.stringContaining("not sent") as string,
    });
  });

  it("PATCH ?fields=id {…}: 200, nothing changed", async () => {
    const change = { id: site, description: "changed" };
    const one = await ask("PATCH", `dcim/sites/${site}/?fields=id`, change);
    const many = await ask("PATCH", "dcim/sites/?fields=id", [change]);
    expect([one.status, many.status]).toEqual([200, 200]);
    expect(await netbox.sites.get(site)).toMatchObject({ description: "" });

    // The client's writes have no query at all: see silent-losses.contract.test.ts.
    await netbox.sites.update([change]);
    expect(await netbox.sites.get(site)).toMatchObject({ description: "changed" });
  });

  it("a bulk PATCH or DELETE with unknown ids: since 4.7 refused as a whole", async () => {
    const change = { id: site, description: "the known one" };
    const changes = [change, { id: 999_999, description: "x" }];
    expect((await ask("PATCH", "dcim/sites/", changes)).status).toBe(400);
    expect((await ask("DELETE", "dcim/sites/", [{ id: 999_999 }])).status).toBe(400);

    const error = await catchBulk(netbox.sites.update(changes));
    expect(error.outcomes).toMatchObject([
      { status: "done", id: site },
      { status: "failed", code: "NETBOX_NOT_FOUND", id: 999_999 },
    ]);
    const deletion = await catchBulk(netbox.sites.delete([999_999]));
    expect(deletion.outcomes).toMatchObject([{ status: "failed", code: "NETBOX_NOT_FOUND" }]);
  });

  it("an empty `tags` with `add_tags`: add_tags dropped", async () => {
    const { objects } = await netbox.tags.create([
      { name: "silent-losses", slug: "silent-losses" },
    ]);
    const add_tags = [objects[0]?.id ?? 0];
    const { status, object } = await ask("PATCH", `dcim/sites/${site}/`, { tags: [], add_tags });
    expect({ status, tags: object["tags"] }).toEqual({ status: 200, tags: [] });

    await expect(netbox.sites.update([{ id: site, tags: [], add_tags }])).rejects.toMatchObject({
      code: "NETBOX_VALIDATION",
    });
    const added = await netbox.sites.update([{ id: site, add_tags }]);
    expect(added.objects[0]?.tags.map(({ id }) => id)).toEqual(add_tags);
  });

  it("a client's `token`: another one is made", async () => {
    const { id: user } = await netbox.checkAuthentication();
    const token = "A".repeat(40);
    const { status, object } = await ask("POST", "users/tokens/", { user, token });
    expect(status).toBe(201);
    expect(object["token"]).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(object["token"]).not.toBe(token);
    await netbox.tokens.delete([object.id]);

    const error = await catchError(netbox.tokens.create([{ user, token }]));
    expect(error.code).toBe("NETBOX_VALIDATION");
  });

  it("limit=9999: 1,000 of more", async () => {
    const bodies = Array.from({ length: 1001 }, (_, index) => ({ name: `silent-losses ${index}` }));
    await netbox.groups.create(bodies);
    const cut = await ask("GET", "users/groups/?name__isw=silent-losses&limit=9999&fields=id");
    expect(countOf(cut)).toBe(1001);
    expect(cut.object["results"]).toHaveLength(1000);

    const filters = { name__isw: "silent-losses" };
    const listed = await netbox.groups.list(filters, { pageSize: 9999, fields: ["name"] });
    expect(new Set(listed.map(({ name }) => name)).size).toBe(1001);
    const limited = await catchError(netbox.groups.list({ ...filters, limit: 9999 }));
    expect(limited.code).toBe("NETBOX_UNKNOWN_FILTER");
    await netbox.groups.delete(listed.map(({ id }) => id));
  });

  it("q=ssh&q=dns: the last alone", async () => {
    await netbox.services.create(
      ["ssh", "dns"].map((name, index) => ({
        name: `silent-${name}`,
        parent_object_type: "dcim.device" as const,
        parent_object_id: device,
        port_mappings: [`tcp/${[22, 53][index]}`],
      })),
    );
    const both = "ipam/services/?q=silent-ssh&q=silent-dns&fields=name";
    expect((await ask("GET", both)).object["results"]).toEqual([{ name: "silent-dns" }]);

    const error = await catchError(netbox.services.list({ q: ["silent-ssh", "silent-dns"] }));
    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    // Of ports 4.7 takes several, 4.5 the last.
    const ports = await netbox.services.list({ port: [22, 53], device_id: device });
    expect(ports).toHaveLength(2);
  });

  it("enabled=perhaps: everything", async () => {
    await netbox.interfaces.create(
      [true, false].map((enabled) => ({
        device,
        name: `silent-${enabled}`,
        type: "virtual",
        enabled,
      })),
    );
    const ignored = await ask("GET", `dcim/interfaces/?device_id=${device}&enabled=perhaps`);
    expect(countOf(ignored)).toBe(2);

    const filters = { device_id: device, enabled: "perhaps" };
    const error = await catchError(netbox.interfaces.list(filters));
    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    expect(await netbox.interfaces.count({ ...filters, enabled: true })).toBe(1);
  });

  it("a field to be answered that does not exist: the others", async () => {
    const { status, object } = await ask("GET", `dcim/sites/${site}/?fields=id,nope`);
    expect({ status, object }).toEqual({ status: 200, object: { id: site } });

    await expect(
      netbox.sites.list({ id: site }, { fields: ["nope" as "name"] }),
    ).rejects.toMatchObject({ code: "USAGE" });
  });

  it("exclude=config_context: not excluded any more", async () => {
    const asked = await ask("GET", `dcim/devices/?id=${device}&exclude=config_context`);
    expect(asked.object["results"]).toMatchObject([{ config_context: {} }]);

    const error = await catchError(netbox.devices.list({ exclude: "config_context" }));
    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
  });
});

interface BareAnswer {
  readonly status: number;
  readonly object: Body & { readonly id: number };
}

/** A request without the client, as any script would send it. */
async function ask(method: string, path: string, body?: unknown): Promise<BareAnswer> {
  const answer = await request(`${real.url}/api/${path}`, {
    method: method as "GET",
    headers: { authorization: `Bearer ${real.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, object: (await answer.body.json()) as BareAnswer["object"] };
}

function countOf({ object }: BareAnswer): number {
  return Number(object["count"]);
}

async function makePlace(slug: string): Promise<readonly [site: number, device: number]> {
  const named = { name: slug, slug };
  const [place] = (await netbox.sites.create([named])).objects;
  const [role] = (await netbox.deviceRoles.create([named])).objects;
  await netbox.manufacturers.create([named]);
  const type = { manufacturer: { slug }, model: slug, slug };
  const [deviceType] = (await netbox.deviceTypes.create([type])).objects;
  const parts = { site: place?.id ?? 0, role: role?.id ?? 0, device_type: deviceType?.id ?? 0 };
  const [made] = (await netbox.devices.create([{ name: slug, ...parts }])).objects;
  return [parts.site, made?.id ?? 0];
}
