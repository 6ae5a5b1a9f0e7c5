import { describe, expect, it } from "vitest";
import { startNetBox45StandIn } from "../src/index.ts";
import { listed, make } from "./made.ts";
import { send } from "./send.ts";

// What follows from NetBox's documents and source, and from no recording of 4.5.2.

describe("custom fields", () => {
  it("that are unique refuse a second value, also for an address that NetBox chooses", async () => {
    await using netbox = await startNetBox45StandIn();
    const field = { name: "claim_key", type: "text", object_types: ["ipam.ipaddress"] };
    await make(netbox, "extras/custom-fields/", { ...field, unique: true });
    await make(netbox, "ipam/prefixes/", { prefix: "10.0.0.0/24" });
    const path = "ipam/prefixes/1/available-ips/";
    const claim = { custom_fields: { claim_key: "k" } };
    const refused = { status: 400 };
    const said = { __all__: ["Custom field 'claim_key' must have a unique value."] };

    expect(await send(netbox, "POST", path, [claim, {}])).toMatchObject({ status: 201 });
    expect(await send(netbox, "POST", path, claim)).toMatchObject({ ...refused, body: said });
    expect(await send(netbox, "POST", path, [{}, claim])).toMatchObject({
      ...refused,
      body: [{}, said],
    });
    expect(await send(netbox, "PATCH", "ipam/ip-addresses/2/", claim)).toMatchObject(refused);
    expect(await send(netbox, "PATCH", "ipam/ip-addresses/1/", claim)).toMatchObject({
      status: 200,
    });
  });

  it("that select from a set take a value of it, and answer the value alone", async () => {
    await using netbox = await startNetBox45StandIn();
    const choices = [
      ["a", "Alpha"],
      ["b", "Beta"],
    ];
    await make(netbox, "extras/custom-field-choice-sets/", { name: "ab", extra_choices: choices });
    const field = { object_types: ["dcim.site"], choice_set: { name: "ab" } };
    await make(netbox, "extras/custom-fields/", { ...field, name: "one", type: "select" });
    await make(netbox, "extras/custom-fields/", { ...field, name: "some", type: "multiselect" });
    const site = { name: "S", slug: "s" };
    const values = { one: "a", some: ["a", "b"] };

    expect(
      await send(netbox, "POST", "dcim/sites/", { ...site, custom_fields: { one: "c" } }),
    ).toMatchObject({
      status: 400,
      body: {
        __all__: ["Invalid value for custom field 'one': Invalid choice (c) for choice set ab."],
      },
    });
    expect(
      await send(netbox, "POST", "dcim/sites/", { ...site, custom_fields: values }),
    ).toMatchObject({ status: 201, body: { custom_fields: values } });
    expect(await send(netbox, "DELETE", "extras/custom-field-choice-sets/1/")).toMatchObject({
      status: 409,
    });
  });
});

describe("bulk", () => {
  it("500 for two of one key, whatever the key is made of", async () => {
    await using netbox = await startNetBox45StandIn();
    const twin = { name: "T", slug: "t" };

    expect(await send(netbox, "POST", "tenancy/tenants/", [twin, twin])).toMatchObject({
      status: 500,
      body: { exception: "IntegrityError" },
    });
    expect(await listed(netbox, "tenancy/tenants/")).toEqual([]);
  });

  it("500 for a body that is too big", async () => {
    await using netbox = await startNetBox45StandIn();
    const comments = "x".repeat(2_621_440);

    expect(
      await send(netbox, "POST", "dcim/sites/", { name: "S", slug: "s", comments }),
    ).toMatchObject({ status: 500, body: { exception: "RequestDataTooBig" } });
  });
});

describe("free addresses", () => {
  it("are none of a range that is marked as populated", async () => {
    await using netbox = await startNetBox45StandIn();
    await make(netbox, "ipam/prefixes/", { prefix: "10.0.0.0/29" });
    const populated = { start_address: "10.0.0.1/29", end_address: "10.0.0.2/29" };
    await make(netbox, "ipam/ip-ranges/", { ...populated, mark_populated: true });
    const other = { start_address: "10.0.0.3/29", end_address: "10.0.0.4/29" };
    await make(netbox, "ipam/ip-ranges/", other);
    const { body } = await send(netbox, "GET", "ipam/prefixes/1/available-ips/");

    expect(body).toMatchObject([3, 4, 5, 6].map((host) => ({ address: `10.0.0.${host}/29` })));
  });
});

describe("a virtual machine", () => {
  it("is at the site of its cluster", async () => {
    await using netbox = await startNetBox45StandIn();
    await make(netbox, "dcim/sites/", { name: "S", slug: "s" });
    await make(netbox, "virtualization/cluster-types/", { name: "T", slug: "t" });
    const scope = { scope_type: "dcim.site", scope_id: 1 };
    await make(netbox, "virtualization/clusters/", { name: "C", type: { slug: "t" }, ...scope });
    const machine = { name: "vm", cluster: { name: "C" } };
    await make(netbox, "virtualization/virtual-machines/", machine);

    expect(await listed(netbox, "virtualization/virtual-machines/?site=s", "name")).toEqual(["vm"]);
  });
});

describe("a token for some networks", () => {
  it("works where they hold the one who asks", async () => {
    await using netbox = await startNetBox45StandIn();
    const body = { user: 1, token: "s".repeat(40), allowed_ips: ["127.0.0.0/8", "::1/128"] };
    const { body: made } = await send(netbox, "POST", "users/tokens/", body);
    const { key } = made as { readonly key: string };
    const token = `nbt_${key}.${body.token}`;

    expect(await send({ ...netbox, token }, "GET", "authentication-check/")).toMatchObject({
      status: 200,
      body: { username: "admin" },
    });
  });
});
