import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import type { ItemOutcome, NetBoxBulkError, SeenObject } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const status = loadExchange("4.5.2", "011-status").response;

describe("a bulk update", () => {
  it("gives the objects in the order of the request, whatever NetBox's order is", async () => {
    const { request, response } = loadExchange("4.5.2", "330-bulk-patch-tags-3");
    const changes = request.body as readonly { readonly id: number }[];
    await using netbox = openFakeNetBox([status, response]);
    const { objects } = await netbox.client.tags.update(changes);

    expect((response.body as typeof changes).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(objects.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(objects.map(({ description }) => description)).toEqual(["d3", "d2", "d1"]);
  });

  it.each(["334-bulk-patch-unknown-id", "335-bulk-patch-only-unknown-id"])(
    "names an id that NetBox dropped without a word: %s",
    async (name) => {
      const { request, response } = loadExchange("4.5.2", name);
      await using netbox = openFakeNetBox([status, response]);
      const error = await catchError(
        netbox.client.tags.update(request.body as readonly { readonly id: number }[]),
      );

      expect(error.code).toBe("NETBOX_NOT_FOUND");
      expect(error.message).toContain("(id 999999): there is no object with this id");
    },
  );

  it("of one object twice is not sent: NetBox 4.5 would obey the last and say nothing", async () => {
    await using netbox = openFakeNetBox([]);
    const changes = [
      { id: 1, description: "a" },
      { id: 1, description: "b" },
    ];

    await expect(netbox.client.tags.update(changes)).rejects.toMatchObject({ code: "USAGE" });
  });

  it("with a field that NetBox would drop is not sent", async () => {
    await using netbox = openFakeNetBox([status]);
    const change = { id: 1, nam: "typo" };
    const error = await catchError(netbox.client.tags.update([change]));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain("nam");
    expect(netbox.requests).toEqual([]);
  });
});

describe("a bulk create", () => {
  const bodies = [
    { name: "a", slug: "a" },
    { name: "b", slug: "b" },
    { name: "c", slug: "a" },
  ];

  it("answered with fewer objects than were sent is looked for, and unknown where nothing is found", async () => {
    const { request, response } = loadExchange("4.5.2", "312-bulk-create-tags-3");
    const [first, second] = response.body as readonly object[];
    const nothing = jsonAnswer(200, { count: 0, results: [] });
    await using netbox = openFakeNetBox([
      status,
      { ...response, body: [first, second] },
      ...Array.from({ length: 4 }, () => nothing),
    ]);
    const sent = request.body as readonly { readonly name: string; readonly slug: string }[];
    const error = await catchError(netbox.client.tags.create(sent));

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain("2 of 3 objects came back");
    expect(outcomesOf(error).map(({ status: said }) => said)).toEqual(Array(3).fill("unknown"));
    expect(netbox.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("answered with something that is no object is NETBOX_UNEXPECTED_BODY", async () => {
    const { response } = loadExchange("4.5.2", "312-bulk-create-tags-3");
    const nothing = jsonAnswer(200, { count: 0, results: [] });
    await using netbox = openFakeNetBox([
      status,
      { ...response, body: [{ id: "1" }] },
      ...Array.from({ length: 4 }, () => nothing),
    ]);
    const error = await catchError(netbox.client.tags.create([{ name: "a", slug: "a" }]));

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain("extras/tags/");
  });

  it("does not send the second of two twins, on which NetBox 4.5 falls with a 500", async () => {
    const { response } = loadExchange("4.5.2", "312-bulk-create-tags-3");
    const [first, second] = response.body as readonly Readonly<Record<string, unknown>>[];
    const made = [
      { ...first, ...bodies[0] },
      { ...second, ...bodies[1] },
    ];
    await using netbox = openFakeNetBox([status, { ...response, body: made }]);
    const error = await catchError(netbox.client.tags.create(bodies));

    expect(error.code).toBe("NETBOX_CONFLICT");
    expect(outcomesOf(error)).toMatchObject([
      { status: "done" },
      { status: "done" },
      { status: "failed", message: "has the same slug as item 0 of this request" },
    ]);
    expect(netbox.requests[1]?.body).toHaveLength(2);
  });

  it("names every body that is wrong before anything is sent", async () => {
    await using netbox = openFakeNetBox([]);
    const wrong = [
      { name: "a", slug: "a" },
      { name: "b" },
      { name: "c", slug: "c", colour: "red" },
    ];
    const error = await catchError(netbox.client.tags.create(wrong as typeof bodies));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain("item 1: slug:");
    expect(error.message).toContain(
      'item 2: colour: NetBox has no such field; did you mean "color"?',
    );
    expect(netbox.requests).toEqual([]);
  });

  it("sends nothing once its signal is aborted", async () => {
    await using netbox = openFakeNetBox([status]);
    const signal = AbortSignal.abort(new Error("enough"));
    const error = await catchError(
      netbox.client.tags.create([{ name: "a", slug: "a" }], { signal }),
    );

    expect(error.cause).toBe(signal.reason);
    expect(outcomesOf(error)).toEqual([{ status: "not-attempted" }]);
    expect(netbox.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });
});

describe("a guarded update", () => {
  const seen = [{ id: 1, last_updated: "2026-11-23T10:00:00.123450+01:00" }];
  const change = { id: 1, description: "d1" };
  const object = {
    ...(loadExchange("4.5.2", "330-bulk-patch-tags-3").response.body as object[])[2],
    ...change,
  };

  it("is bound to the ETags of what was seen, where NetBox knows them", async () => {
    await using netbox = openFakeNetBox([
      version(jsonAnswer(200, {}), "4.7"),
      version(jsonAnswer(200, [object]), "4.7"),
    ]);
    await netbox.client.tags.update([change], { ifUnchanged: seen });

    expect(netbox.requests[1]?.headers["if-match"]).toBe('W/"2026-11-23T09:00:00.123450+00:00"');
  });

  it("names what somebody changed meanwhile, where NetBox refuses it", async () => {
    const refused = version(jsonAnswer(412, { detail: "Precondition failed." }), "4.7");
    await using netbox = openFakeNetBox([version(jsonAnswer(200, {}), "4.7"), refused]);
    const error = await catchError(netbox.client.tags.update([change], { ifUnchanged: seen }));

    expect(error.code).toBe("NETBOX_CONFLICT");
    expect(outcomesOf(error)).toMatchObject([{ status: "failed", id: 1, code: "NETBOX_CONFLICT" }]);
  });

  it("reads again right before, where NetBox has no ETags", async () => {
    const now = { id: 1, last_updated: "2026-11-23T10:00:01+01:00" };
    await using netbox = openFakeNetBox([status, jsonAnswer(200, { count: 1, results: [now] })]);
    const error = await catchError(netbox.client.tags.update([change], { ifUnchanged: seen }));

    expect(error.code).toBe("NETBOX_CONFLICT");
    expect(error.message).toContain("somebody changed it since it was read");
    expect(netbox.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  it.each<readonly SeenObject[]>([
    [],
    [{ id: 1 }],
    [{ id: 1, last_updated: null }],
    [{ id: 1, last_updated: "yesterday" }],
    [{ id: 1, last_updated: "2026-11-23" }],
  ])("wants to know when each object was seen, and is not sent without: %j", async (...given) => {
    await using netbox = openFakeNetBox([]);

    await expect(netbox.client.tags.update([change], { ifUnchanged: given })).rejects.toMatchObject(
      { code: "USAGE" },
    );
    expect(netbox.requests).toEqual([]);
  });
});

describe("a bulk delete", () => {
  it("asks NetBox 4.5 first: it says 204 to ids that it does not know", async () => {
    const found = jsonAnswer(200, { count: 1, results: [{ id: 1 }] });
    await using netbox = openFakeNetBox([status, found, { ...status, status: 204, body: null }]);
    const error = await catchError(netbox.client.tags.delete([1, 999]));

    expect(error.code).toBe("NETBOX_NOT_FOUND");
    expect(outcomesOf(error)).toMatchObject([
      { status: "done", id: 1 },
      { status: "failed", id: 999 },
    ]);
    expect(netbox.requests[2]).toMatchObject({
      method: "DELETE",
      body: [{ id: 1, changelog_message: "multipass-netbox" }],
    });
  });
});

function outcomesOf(error: unknown): readonly ItemOutcome<unknown>[] {
  return (error as NetBoxBulkError).outcomes;
}

function version(answer: FakeAnswer, apiVersion: string): FakeAnswer {
  return { ...answer, headers: { ...answer.headers, "api-version": apiVersion } };
}
