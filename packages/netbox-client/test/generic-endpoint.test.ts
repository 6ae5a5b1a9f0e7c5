import { describe, expect, it } from "vitest";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";
import { jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const path = "plugins/floorplan/plans/";
const status = jsonAnswer(200, {});
const found = jsonAnswer(200, { count: 1, results: [{ id: 7, display: "p", width: 3 }] });

describe("a path", () => {
  it.each(["dcim/sites", "/dcim/sites/", "sites/", "dcim/sites/?id=1", "dcim/../users/", ""])(
    "%j is none of a list",
    async (wrong) => {
      await using netbox = openFakeNetBox([]);

      expect(() => netbox.client.endpoint(wrong)).toThrow(
        expect.objectContaining({ code: "USAGE", message: `"${wrong}" is no path of a list` }),
      );
    },
  );
});

// No OpenAPI document that was recorded knows a plugin: its words are the caller's to vouch for.
describe("the list of a plugin", () => {
  it("is read, its fields as they come", async () => {
    await using netbox = openFakeNetBox([found]);

    expect(await netbox.client.endpoint(path).list()).toEqual([{ id: 7, display: "p", width: 3 }]);
    expect(netbox.requests[0]?.path).toBe(`/netbox/api/${path}?ordering=id&limit=1000`);
  });

  it("is not filtered by what nobody vouches for", async () => {
    await using netbox = openFakeNetBox([status]);
    const error = await catchError(netbox.client.endpoint(path).list({ site_id: 1, width: 3 }));

    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    expect(error.message).toContain('no filter "site_id", "width"');
    expect(netbox.requests).toHaveLength(1);
  });

  it("is filtered by what the caller names, by custom fields, and never by paging", async () => {
    await using netbox = openFakeNetBox([found]);
    const plans = netbox.client.endpoint(path);
    await plans.list({ width: 3, cf_owner: "ada" }, { allowFilters: ["width"] });

    expect(netbox.requests[0]?.path).toContain("?width=3&cf_owner=ada&");
    const paged = await catchError(plans.list({ limit: 3 }));
    expect(paged.code).toBe("NETBOX_UNKNOWN_FILTER");
    expect(paged.hint).toContain("pageSize");
  });

  it("is not written with what nobody vouches for", async () => {
    await using netbox = openFakeNetBox([status]);
    const error = await catchError(netbox.client.endpoint(path).create([{ width: 3, depth: 4 }]));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain('no field "width", "depth"');
    expect(netbox.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is written with what the caller names, and what was dropped is told", async () => {
    await using netbox = openFakeNetBox([status, jsonAnswer(201, [{ id: 7, width: 3 }])]);
    const allowFields = ["width", "depth"];
    const created = netbox.client.endpoint(path).create([{ width: 3, depth: 4 }], { allowFields });
    const error = await catchBulk(created);

    expect(netbox.requests[1]?.body).toMatchObject([{ width: 3, depth: 4 }]);
    expect(error.outcomes).toMatchObject([
      { status: "failed", code: "NETBOX_NOT_KEPT", id: 7, fieldErrors: [{ field: "depth" }] },
    ]);
  });
});
