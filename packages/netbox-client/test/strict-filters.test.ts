import { startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient, type Filters } from "@multipass-netbox/netbox-client";
import { knownFilters } from "../src/known-filters.ts";
import { catchError } from "./catch-error.ts";

describe("a filter that NetBox does not have", () => {
  it.each([
    ["nam", 'no filter "nam"; did you mean "name"?'],
    ["name__zzz", 'no filter "name__zzz"'],
    ["Slug", 'no filter "Slug"; did you mean "slug"?'],
    ["site", 'no filter "site"'],
    ["id__in", 'no filter "id__in"; give a list to "id"'],
    ["name__in", 'no filter "name__in"; give a list to "name"'],
  ])("%s is refused before it is sent", async (name, message) => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const error = await catchError(client.tenants.list({ [name]: "x" }));
    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    expect(error.message).toContain(message);
    expect(netbox.requests.map(({ path }) => path)).toEqual(["/netbox/api/status/"]);
  });

  it("is sent all the same when the caller vouches for it", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const options = { allowFilters: ["plugin_field"] };
    await catchError(client.tenants.list({ plugin_field: "x" }, options));
    expect(netbox.requests.at(-1)?.query).toContain("plugin_field=x");
  });
});

describe("a filter without a value", () => {
  it.each<Filters>([
    { id: [] },
    { device_id: [] },
    { name: "" },
    { name: " " },
    { slug: ["a", ""] },
    { q: "" },
    { parent: "" },
    { cf_owner: "" },
    { plugin_field: [] },
    { device_id: undefined as unknown as number },
  ])("%j would find everything, and is not asked for", async (filters) => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const options = { allowFilters: ["plugin_field"] };
    const [name] = Object.keys(filters);
    const { ipAddresses } = client;

    for (const asked of [ipAddresses.list(filters, options), ipAddresses.count(filters, options)]) {
      const error = await catchError(asked);
      expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
      expect(error.message).toBe(`ipam/ip-addresses/: the filter "${name}" has no value`);
    }
    expect(netbox.requests).toEqual([]);
  });

  it("is none of zero and false", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    await client.devices.list({ id: [0], cf_spare: false }).catch(() => undefined);
    expect(netbox.requests.at(-1)?.query).toContain("id=0&cf_spare=false");
  });
});

describe("filters that recorded servers obeyed", () => {
  it.each([
    ["4.5", "ipam/services/", ["parent_object_type", "parent_object_id", "name__ic", "id"]],
    ["4.5", "tenancy/tenants/", ["name__n", "q", "slug", "tag"]],
    ["4.5", "ipam/ip-addresses/", ["parent", "address", "device_id", "interface_id", "vrf_id"]],
    ["4.5", "ipam/prefixes/", ["contains", "within_include", "site_id", "prefix"]],
    ["4.5", "dcim/sites/", ["created__gte", "last_updated__gte"]],
    ["4.5", "core/object-changes/", ["request_id", "changed_object_type", "time_after", "action"]],
    ["4.7", "ipam/services/", ["port", "protocol", "device_id"]],
    ["4.7", "ipam/prefixes/", ["site_id", "scope_type", "scope_id"]],
    ["4.7", "dcim/sites/", ["start", "limit", "fields", "omit", "name__ic"]],
  ])("%s %s %j", (version, path, names) => {
    const known = knownFilters(path, version);
    expect(names.filter((name) => !known?.has(name))).toEqual([]);
  });

  it("cost no request when every version has them", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    await client.devices.list({ name: ["a", "b"], cf_vmid: 100 }).catch(() => undefined);
    expect(netbox.requests.map(({ path }) => path)).toEqual(["/netbox/api/dcim/devices/"]);
  });
});

describe("versions between and after the recorded ones", () => {
  it("4.6 has what both its neighbours have, 4.8 what 4.7 has", () => {
    const path = "ipam/services/";
    const [older, newer] = [knownFilters(path, "4.5"), knownFilters(path, "4.7")];
    expect(knownFilters(path, "4.6")).toEqual(older?.intersection(newer ?? new Set()));
    expect(knownFilters(path, "4.8")).toEqual(newer);
    expect(knownFilters("plugins/none/", "4.7")).toBeUndefined();
  });
});
