import { describe, expect, it } from "vitest";
import { findTwins } from "../src/find-twins.ts";
import type { JsonObject } from "../src/json-object.ts";
import { resources } from "../src/resources.ts";

describe("twins of one request", () => {
  it.each<readonly ["ipAddresses" | "prefixes" | "ipRanges", JsonObject, JsonObject]>([
    ["ipAddresses", { address: "10.0.0.1/24" }, {}],
    ["ipAddresses", { address: "10.0.0.1/24" }, { role: "secondary", vrf: null }],
    ["prefixes", { prefix: "10.0.0.0/24" }, { role: 3 }],
    // NetBox refuses ranges that overlap in every VRF.
    ["ipRanges", { start_address: "10.0.0.1/24" }, { vrf: 2 }],
  ])("of %s are %j with %j", (name, body, rest) => {
    const { unique = [], mayRepeat } = resources[name];
    const bodies = [0, 1].map(() => ({ ...body, ...rest }));

    expect(findTwins(bodies, unique, mayRepeat)).toMatchObject([{ index: 1, first: 0 }]);
  });

  it.each<readonly ["ipAddresses" | "prefixes", JsonObject, JsonObject]>([
    ["ipAddresses", { address: "10.0.0.1/24" }, { role: "anycast" }],
    ["ipAddresses", { address: "10.0.0.1/24" }, { role: "vip" }],
    ["ipAddresses", { address: "10.0.0.1/24" }, { vrf: 2 }],
    ["prefixes", { prefix: "10.0.0.0/24" }, { vrf: { name: "blue" } }],
  ])("of %s are not %j with %j: NetBox may take both", (name, body, rest) => {
    const { unique = [], mayRepeat } = resources[name];
    const bodies = [0, 1].map(() => ({ ...body, ...rest }));

    expect(findTwins(bodies, unique, mayRepeat)).toEqual([]);
  });
});
