import { describe, expect, it } from "vitest";
import { startNetBox45StandIn } from "../src/index.ts";
import { listed, make } from "./made.ts";
import { send } from "./send.ts";

// What follows from NetBox's documents and source, and from no recording of 4.5.2.

describe("finding", () => {
  it("pages by the last id", async () => {
    await using netbox = await startNetBox45StandIn();
    const bodies = ["e", "d", "c", "b", "a"].map((name) => ({ name, slug: name }));
    await send(netbox, "POST", "extras/tags/", bodies);

    expect(await listed(netbox, "extras/tags/?ordering=id&limit=2&id__gt=2")).toEqual([3, 4]);
    expect(await listed(netbox, "extras/tags/?ordering=-id&id__lt=3")).toEqual([2, 1]);
    expect(await listed(netbox, "extras/tags/?id__gte=4&id__lte=4&fields=id")).toEqual([4]);
    expect(await send(netbox, "GET", "extras/tags/?id=5&id=1&fields=id,slug")).toMatchObject({
      body: {
        count: 2,
        results: [
          { id: 5, slug: "a" },
          { id: 1, slug: "e" },
        ],
      },
    });
  });

  it("wants every tag, and every slug or address is one of several", async () => {
    await using netbox = await startNetBox45StandIn();
    await send(netbox, "POST", "extras/tags/", [
      { name: "one", slug: "one" },
      { name: "two", slug: "two" },
    ]);
    const tags = [{ slug: "one" }, { slug: "two" }];
    await make(netbox, "dcim/sites/", { name: "A", slug: "a", tags });
    await make(netbox, "dcim/sites/", { name: "B", slug: "b", tags: tags.slice(0, 1) });

    expect(await listed(netbox, "dcim/sites/?tag=one", "slug")).toEqual(["a", "b"]);
    expect(await listed(netbox, "dcim/sites/?tag=one&tag=two", "slug")).toEqual(["a"]);
    expect(await listed(netbox, "dcim/sites/?slug=a&slug=b&slug=c", "slug")).toEqual(["a", "b"]);
  });

  it("takes a custom field that does not exist for everything, and a loose text for a part", async () => {
    await using netbox = await startNetBox45StandIn();
    const field = { type: "text", object_types: ["dcim.site"] };
    await make(netbox, "extras/custom-fields/", { ...field, name: "loose" });
    await make(netbox, "extras/custom-fields/", { ...field, name: "exact", filter_logic: "exact" });
    const values = { loose: "claim-1", exact: "claim-1" };
    await make(netbox, "dcim/sites/", { name: "A", slug: "a", custom_fields: values });
    await make(netbox, "dcim/sites/", { name: "B", slug: "b" });

    expect(await listed(netbox, "dcim/sites/?cf_nope=1", "slug")).toEqual(["a", "b"]);
    expect(await listed(netbox, "dcim/sites/?cf_loose=CLAIM", "slug")).toEqual(["a"]);
    expect(await listed(netbox, "dcim/sites/?cf_exact=claim", "slug")).toEqual([]);
    expect(await listed(netbox, "dcim/sites/?cf_exact=claim-1", "slug")).toEqual(["a"]);
  });

  it("networks by what is around and inside them", async () => {
    await using netbox = await startNetBox45StandIn();
    const prefixes = ["10.0.0.0/16", "10.0.1.0/24", "10.1.0.0/16"].map((prefix) => ({ prefix }));
    await send(netbox, "POST", "ipam/prefixes/", prefixes);
    const range = { start_address: "10.0.1.10/24", end_address: "10.0.1.20/24" };
    await make(netbox, "ipam/ip-ranges/", range);

    expect(await listed(netbox, "ipam/prefixes/?within=10.0.0.0/16", "prefix")).toEqual([
      "10.0.1.0/24",
    ]);
    expect(await listed(netbox, "ipam/ip-ranges/?parent=10.0.1.0/24")).toEqual([1]);
    expect(await listed(netbox, "ipam/ip-ranges/?parent=10.1.0.0/16")).toEqual([]);
    expect(await listed(netbox, "ipam/ip-ranges/?contains=10.0.1.15")).toEqual([1]);
  });
});
