import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

describe("a list", () => {
  it("goes on by its own offsets where the server gives less than was asked for", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1, 2], count: 5 }),
      page({ ids: [3, 4], count: 5 }),
      page({ ids: [5], count: 5 }),
    ]);
    const tags = await netbox.client.tags.list({ slug: ["a", "b"] });

    expect(tags.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(netbox.requests.map(({ path }) => path)).toEqual(
      [0, 2, 4].map(
        (offset) =>
          `/netbox/api/extras/tags/?slug=a&slug=b&ordering=id&limit=1000&offset=${offset}`,
      ),
    );
  });

  it("never follows `next`, which names whatever host the gateway thinks of", async () => {
    await using netbox = openFakeNetBox([
      page({ ids: [1], count: 2, next: "http://evil.example/netbox/api/extras/tags/?offset=1" }),
      page({ ids: [2], count: 2, next: "http://evil.example/netbox/api/extras/tags/?offset=2" }),
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
      page({ ids: [], count: 3 }),
    ]);

    expect(await netbox.client.tags.list()).toHaveLength(2);
  });

  it("is empty after one request when there is nothing", async () => {
    await using netbox = openFakeNetBox([page({ ids: [], count: 0 })]);

    expect(await netbox.client.tags.list()).toEqual([]);
    expect(netbox.requests).toHaveLength(1);
  });

  it("that is no list is NETBOX_UNEXPECTED_BODY with the place", async () => {
    await using netbox = openFakeNetBox([jsonAnswer(200, { results: {} })]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toMatch(/^extras\/tags\/: .*count: .*results: /);
    expect(error.requestId).toBe("00000000-0000-4000-8000-000000000000");
  });
});

interface Page {
  readonly ids: readonly number[];
  readonly count: number;
  readonly next?: string;
}

function page({ ids, count, next }: Page): FakeAnswer {
  const results = ids.map((id) => ({
    id,
    display: `tag ${id}`,
    name: `tag ${id}`,
    slug: `tag-${id}`,
    color: "9e9e9e",
    description: "",
  }));
  return jsonAnswer(200, { count, next: next ?? null, previous: null, results });
}
