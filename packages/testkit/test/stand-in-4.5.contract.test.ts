import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadExchange, type NetBoxStandIn, startNetBox45StandIn } from "../src/index.ts";
import { normalise, recordedAnswer, replay } from "./replay.ts";
import { send } from "./send.ts";
import { playScene, story } from "./story-4.5.ts";

describe("a stand-in of NetBox 4.5 answers the recorded requests in their order", () => {
  let netbox: NetBoxStandIn;

  beforeAll(async () => {
    netbox = await startNetBox45StandIn();
  });

  afterAll(async () => {
    await netbox.stop();
  });

  // Asked for by the id of its request, which is another one here.
  const byRequestId = "406-object-changes-by-request-id";

  it.each(story.filter((name) => name !== byRequestId))("%s", async (name) => {
    expect(await playScene(name, netbox)).toEqual(recordedAnswer(loadExchange("4.5.2", name)));
  });

  it("406-object-changes-by-request-id", async () => {
    const exchange = loadExchange("4.5.2", byRequestId);
    const ofTag = "core/object-changes/?changed_object_type=extras.tag&changed_object_id=8";
    const { body } = await send(netbox, "GET", `${ofTag}&action=create`);
    const [made] = (body as { readonly results: readonly { readonly request_id: string }[] })
      .results;
    const path = exchange.request.path.replace(/=.*/, `=${made?.request_id}`);
    const request = { ...exchange.request, path };
    const recorded = recordedAnswer(exchange);

    // By now the tag is gone.
    expect(await replay({ ...exchange, request }, netbox)).toEqual({
      status: recorded.status,
      body: withoutChangedObject(recorded.body),
    });
  });
});

function withoutChangedObject(page: unknown): unknown {
  const { results, ...others } = page as { readonly results: readonly object[] };
  return { ...others, results: results.map((change) => ({ ...change, changed_object: null })) };
}

describe("a stand-in of NetBox 4.5 names the kind of what it does not have", () => {
  const missing = story.filter((name) => name.endsWith("-get-deleted"));

  it("19 kinds", () => {
    expect(missing).toHaveLength(19);
  });

  it.each(missing)("%s", async (name) => {
    await using netbox = await startNetBox45StandIn();
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox)).toEqual(recordedAnswer(exchange));
  });
});

describe("a stand-in of NetBox 4.5 speaks as the real one", () => {
  const told = [
    ["001-status-anonymous-lang-en", undefined],
    ["002-status-anonymous", undefined],
    ["015-token-wrong-v2", "Bearer nbt_wrong.wrong"],
    ["016-token-right-key-wrong-secret", "Bearer nbt_standin00045.wrong"],
    ["018-token-v2-without-dot", "Bearer nbt_wrong"],
    ["022-token-wrong-v1", "Token 0123456789abcdef"],
    ["027-status-wrong-token", "Bearer nbt_wrong.wrong"],
  ] as const;

  it.each(told)("%s", async (name, authorization) => {
    await using netbox = await startNetBox45StandIn();
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox, { authorization })).toEqual(recordedAnswer(exchange));
  });

  it.each(["011-status", "013-authentication-check", "023-token-v2-with-token-keyword"])(
    "%s",
    async (name) => {
      await using netbox = await startNetBox45StandIn();
      const exchange = loadExchange("4.5.2", name);
      const authorization = `${name.startsWith("023") ? "Token" : "Bearer"} ${netbox.token}`;

      expect(await replay(exchange, netbox, { authorization })).toEqual(recordedAnswer(exchange));
    },
  );

  it("tells its version and an id of its own with every answer, refusals too", async () => {
    await using netbox = await startNetBox45StandIn();
    const answers = await Promise.all([
      fetch(`${netbox.url}/api/status/`),
      fetch(`${netbox.url}/api/status/`),
    ]);
    const ids = answers.map(({ headers }) => headers.get("x-request-id"));

    expect(answers.map(({ headers }) => headers.get("api-version"))).toEqual(["4.5", "4.5"]);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).not.toBe(ids[0]);
  });

  it("logs a change under the id that its answer told, and says where a new object is", async () => {
    await using netbox = await startNetBox45StandIn();
    const { headers } = await send(netbox, "POST", "extras/tags/", { name: "t", slug: "t" });
    const id = String(headers.get("x-request-id"));
    const { body } = await send(netbox, "GET", `core/object-changes/?request_id=${id}`);

    expect(headers.get("location")).toBe(`${netbox.url}/api/extras/tags/1/`);
    expect(body).toMatchObject({ count: 1, results: [{ request_id: id, object_repr: "t" }] });
  });

  it("shows the tags of an object in the form recorded", async () => {
    const { request, response } = loadExchange("4.5.2", "619-wh-service-patch-tags");
    const { tags } = response.body as { readonly tags: readonly object[] };
    await using netbox = await startNetBox45StandIn();
    await send(netbox, "POST", "extras/tags/", { name: "filler", slug: "filler" });
    await send(netbox, "POST", "extras/tags/", { name: "tag1", slug: "tag1", color: "ff0000" });
    const site = { name: "S", slug: "s", ...(request.body as object) };
    const { body } = await send(netbox, "POST", "dcim/sites/", site);

    expect(normalise((body as { readonly tags: unknown }).tags)).toEqual(normalise(tags));
  });
});

describe("what nobody recorded is a loud 501 that names it", () => {
  const unknown = [
    ["GET", "dcim/regions/", "GET /api/dcim/regions/"],
    ["GET", "dcim/sites/?slugg=x", "the filter slugg of dcim/sites/"],
    ["GET", "dcim/sites/?start=0", "the filter start of dcim/sites/"],
    ["GET", "dcim/sites/?id=abc", "the filter id=abc"],
    ["GET", "dcim/sites/?ordering=nope", "ordering dcim/sites/ by nope"],
    ["GET", "dcim/sites/?ordering=tenant", "ordering dcim/sites/ by tenant"],
    ["PUT", "dcim/sites/", "PUT dcim/sites/"],
    ["PATCH", "dcim/sites/?fields=id", "PATCH /api/dcim/sites/?fields=id"],
    ["POST", "dcim/sites/?background=true", "POST /api/dcim/sites/?background=true"],
  ] as const;

  it.each(unknown)("%s %s", async (method, path, named) => {
    await using netbox = await startNetBox45StandIn();

    expect(await send(netbox, method, path)).toMatchObject({
      status: 501,
      body: { detail: `the stand-in of NetBox 4.5 does not model ${named}` },
    });
  });

  it("also a field that it has and does not model", async () => {
    await using netbox = await startNetBox45StandIn();
    const body = { name: "S", slug: "s", region: 1 };

    expect(await send(netbox, "POST", "dcim/sites/", body)).toMatchObject({
      status: 501,
      body: { detail: expect.stringContaining("writing 1 into a field of dcim/sites/") as string },
    });
  });
});
