import { describe, expect, it } from "vitest";
import { knownFields } from "../src/known-fields.ts";
import { booleanFilters, knownFilters, singleValuedFilters } from "../src/known-filters.ts";

describe("the fields that a body may have", () => {
  it.each([
    ["4.5 ipam/services/", ["protocol", "ports"], ["port_mappings", "device", "id"]],
    ["4.7 ipam/services/", ["port_mappings", "protocol", "ports"], ["device", "id"]],
    ["4.5 ipam/prefixes/", ["scope_type", "scope_id", "comments"], ["site", "family"]],
    ["4.5 dcim/racks/", ["form_factor", "width"], ["type", "group"]],
    ["4.7 dcim/racks/", ["form_factor", "width", "group"], ["type"]],
    ["4.5 users/tokens/", ["token", "allowed_ips"], ["key", "changelog_message"]],
    ["4.7 users/tokens/", ["user", "allowed_ips"], ["token", "key", "changelog_message"]],
    ["4.5 dcim/sites/", ["tags", "changelog_message"], ["add_tags", "remove_tags"]],
    ["4.7 dcim/sites/", ["tags", "changelog_message", "add_tags", "remove_tags"], []],
    ["4.7 extras/tags/", ["weight", "changelog_message"], ["tags", "add_tags"]],
    ["4.7 dcim/interface-templates/", ["device_type", "changelog_message"], ["tags"]],
  ])("%s", (list, there, absent) => {
    const [version = "", path = ""] = list.split(" ");
    const known = knownFields(path, version) ?? new Set();

    expect(there.filter((name) => !known.has(name))).toEqual([]);
    expect(absent.filter((name) => known.has(name))).toEqual([]);
  });

  it("are unknown for lists that are only read, and for those of plugins", () => {
    expect(knownFields("core/object-changes/", "4.7")).toBeUndefined();
    expect(knownFields("plugins/none/", "4.5")).toBeUndefined();
  });
});

describe("filters of which NetBox keeps the last value", () => {
  it.each([
    ["4.5 ipam/services/", ["port", "port__gte", "protocol", "q"], ["name", "id", "name__ic"]],
    ["4.7 ipam/services/", ["q", "name__empty"], ["port", "port__gte", "protocol", "name"]],
    ["4.5 core/object-changes/", ["request_id", "time_after"], ["user", "changed_object_id"]],
    ["4.5 dcim/devices/", ["limit", "start", "fields", "ordering", "face"], ["site", "name"]],
    ["4.7 plugins/none/", ["limit", "fields"], ["name"]],
  ])("%s", (list, there, absent) => {
    const [version = "", path = ""] = list.split(" ");
    const single = singleValuedFilters(path, version);

    expect(there.filter((name) => !single.has(name))).toEqual([]);
    expect(absent.filter((name) => single.has(name))).toEqual([]);
  });
});

describe("filters that are true or false", () => {
  it.each([
    ["4.5 dcim/interfaces/", ["enabled", "mgmt_only", "name__empty"], ["name", "mtu", "q"]],
    ["4.7 ipam/prefixes/", ["is_pool", "brief"], ["status", "prefix", "limit"]],
  ])("%s", (list, there, absent) => {
    const [version = "", path = ""] = list.split(" ");
    const booleans = booleanFilters(path, version);

    expect(there.filter((name) => !booleans.has(name))).toEqual([]);
    expect(absent.filter((name) => booleans.has(name))).toEqual([]);
    expect(booleans.difference(singleValuedFilters(path, version))).toEqual(new Set());
    expect(booleans.difference(knownFilters(path, version) ?? new Set())).toEqual(new Set());
  });
});

describe("versions between and after the recorded ones", () => {
  it.each([
    ["ipam/services/", "port_mappings"],
    ["users/tokens/", "token"],
    ["dcim/sites/", "add_tags"],
  ])("4.6 takes in %s what both its neighbours take: not %s", (path, name) => {
    const [older, newer] = [knownFields(path, "4.5"), knownFields(path, "4.7")];

    expect(older?.has(name)).not.toBe(newer?.has(name));
    expect(knownFields(path, "4.6")).toEqual(older?.intersection(newer ?? new Set()));
    expect(knownFields(path, "4.8")).toEqual(newer);
  });

  it("4.6 is as narrow as the narrower of its neighbours", () => {
    const path = "ipam/services/";
    const [older, newer] = [singleValuedFilters(path, "4.5"), singleValuedFilters(path, "4.7")];

    expect(older.has("port")).not.toBe(newer.has("port"));
    expect(singleValuedFilters(path, "4.6")).toEqual(older.union(newer));
    expect(singleValuedFilters(path, "4.8")).toEqual(newer);
  });

  it("4.6 does not know a list that only one of them knows", () => {
    expect(knownFields("dcim/cable-bundles/", "4.7")?.has("name")).toBe(true);
    expect(knownFields("dcim/cable-bundles/", "4.6")).toBeUndefined();
  });
});
