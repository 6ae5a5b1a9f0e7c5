import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const tags = "/netbox/api/extras/tags/";

describe("a list", () => {
  it("of NetBox 4.5 goes on after the last id, whatever the server gives of what was asked for", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 5 }),
      page({ ids: [3, 7], count: 3 }),
      page({ ids: [9], count: 1 }),
    ]);
    const found = await netbox.client.tags.list({ slug: ["a", "b"] });

    expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 7, 9]);
    expect(netbox.requests.map(({ path }) => path)).toEqual([
      `${tags}?slug=a&slug=b&ordering=id&limit=1000`,
      `${tags}?slug=a&slug=b&id__gt=2&ordering=id&limit=1000`,
      `${tags}?slug=a&slug=b&id__gt=7&ordering=id&limit=1000`,
    ]);
  });

  it("of NetBox 4.7 follows the cursor, which spares the counting", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 3, version: "4.7" }),
      page({ ids: [5], count: null, version: "4.7", next: "http://netbox/?start=6" }),
      page({ ids: [], count: null, version: "4.7" }),
    ]);
    const found = await netbox.client.tags.list();

    expect(found.map(({ id }) => id)).toEqual([1, 2, 5]);
    expect(netbox.requests.map(({ path }) => path)).toEqual([
      `${tags}?ordering=id&limit=1000`,
      `${tags}?start=3&limit=1000`,
      `${tags}?start=6&limit=1000`,
    ]);
  });

  it("never follows `next`, which names whatever host the gateway thinks of", async () => {
    const next = "http://evil.example/netbox/api/extras/tags/?offset=1";
    await using netbox = openFakeNetBox([
      page({ ids: [1], count: 2, next }),
      page({ ids: [2], count: 1, next }),
    ]);
    await netbox.client.tags.list();

    expect(new Set(netbox.requests.map(({ origin }) => origin))).toEqual(
      new Set(["http://127.0.0.1:18080"]),
    );
    expect(netbox.requests).toHaveLength(2);
  });

  it("ends at an empty page, also when objects went away meanwhile", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 3 }),
      page({ ids: [], count: 0 }),
    ]);

    expect(await netbox.client.tags.list()).toHaveLength(2);
  });

  it("is empty after one request when there is nothing", async () => {
    await using netbox = openFakeNetBox([page({ ids: [], count: 0 })]);

    expect(await netbox.client.tags.list()).toEqual([]);
    expect(netbox.requests).toHaveLength(1);
  });

  it("does not go round in circles where a server does not obey", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 4 }),
      page({ ids: [1, 2], count: 4 }),
    ]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain("the page after id 2 ends at id 2");
  });

  it("that is no list is NETBOX_UNEXPECTED_BODY with the place", async () => {
    await using netbox = openFakeNetBox([jsonAnswer(200, { results: {} })]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toMatch(/^extras\/tags\/: .*count: .*results: /);
    expect(error.requestId).toBe("00000000-0000-4000-8000-000000000000");
  });

  it("reads no page before it is wanted", async () => {
    await using netbox = openFakeNetBox([page({ ids: [1, 2], count: 5 })]);
    const taken = [];
    for await (const { id } of netbox.client.tags.iterate()) {
      taken.push(id);
      if (taken.length === 2) {
        break;
      }
    }

    expect(taken).toEqual([1, 2]);
    expect(netbox.requests).toHaveLength(1);
  });

  it("in parallel reads ranges of ids and gives them in order", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 6 }),
      page({ ids: [8], count: 6 }),
      page({ ids: [4, 5], count: 2 }),
      page({ ids: [7, 8], count: 2 }),
    ]);
    const found = await netbox.client.tags.list({}, { concurrency: 2 });

    expect(found.map(({ id }) => id)).toEqual([1, 2, 4, 5, 7, 8]);
    expect(netbox.requests.map(({ path }) => path)).toEqual([
      `${tags}?ordering=id&limit=1000`,
      `${tags}?ordering=-id&limit=1&fields=id`,
      `${tags}?id__lte=5&id__gt=2&ordering=id&limit=1000`,
      `${tags}?id__gt=5&ordering=id&limit=1000`,
    ]);
  });

  it("of some fields asks for them alone", async () => {
    const results = [{ id: 1, slug: "a" }];
    await using netbox = openFakeNetBox([jsonAnswer(200, { count: 1, results })]);
    const [tag] = await netbox.client.tags.list({}, { fields: ["slug"] });

    expect(tag).toEqual({ id: 1, slug: "a" });
    expect(netbox.requests[0]?.path).toBe(`${tags}?fields=id%2Cslug&ordering=id&limit=1000`);
  });

  it("of a field that NetBox does not have is refused: it would come without it", async () => {
    await using netbox = openFakeNetBox([]);
    const listed = netbox.client.tags.list({}, { fields: ["slugg" as "slug"] });

    await expect(listed).rejects.toMatchObject({
      code: "USAGE",
      message: 'extras/tags/: no field "slugg"; did you mean "slug"?',
    });
  });

  it("ends with the reason of its signal", async () => {
    await using netbox = openFakeNetBox([]);
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);

    await expect(netbox.client.tags.list({}, { signal })).rejects.toBe(reason);
    expect(netbox.requests).toHaveLength(0);
  });
});

describe("a count", () => {
  it("is one small request", async () => {
    await using netbox = openFakeNetBox([jsonAnswer(200, { count: 20_010, results: [] })]);

    expect(await netbox.client.ipAddresses.count({ tenant: "acme" })).toBe(20_010);
    expect(netbox.requests[0]?.path).toBe(
      "/netbox/api/ipam/ip-addresses/?tenant=acme&limit=1&fields=id",
    );
  });
});

interface Page {
  readonly ids: readonly number[];
  readonly count: number | null;
  readonly next?: string;
  readonly version?: string;
}

function page({ ids, count, next, version = "4.5" }: Page): FakeAnswer {
  const results = ids.map((id) => ({
    id,
    display: `tag ${id}`,
    name: `tag ${id}`,
    slug: `tag-${id}`,
    color: "9e9e9e",
    description: "",
    weight: 1000,
    object_types: [],
  }));
  const answer = jsonAnswer(200, { count, next: next ?? null, previous: null, results });
  return { ...answer, headers: { ...answer.headers, "api-version": version } };
}
