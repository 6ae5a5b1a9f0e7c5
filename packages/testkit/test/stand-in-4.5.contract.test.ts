import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  listExchangeNames,
  loadExchange,
  type NetBoxStandIn,
  startNetBox45StandIn,
} from "../src/index.ts";
import { normalise, recordedAnswer, replay } from "./replay.ts";

// The recordings that are one story from an empty NetBox on: the seed, what it refuses, lists
// and filters, bulk requests, free addresses. Ids come out the same without any mapping.
const story = listExchangeNames("4.5.2").filter((name) => name >= "071" && name < "389");

// Not what our packages send: deleting what others point to, and filtering by the slug of a site.
const left = /^(215|352)-/;

// Stand in for 296 to 307, whose queries on writes our client never sends: what they left behind.
const changedInBetween = { path: "tenancy/tenants/2/", body: { description: "via fields" } };

describe("a stand-in of NetBox 4.5 answers the recorded requests in their order", () => {
  let netbox: NetBoxStandIn;

  beforeAll(async () => {
    netbox = await startNetBox45StandIn();
  });

  afterAll(async () => {
    await netbox.stop();
  });

  it.each(story.filter((name) => name < "308" && !left.test(name)))("%s", async (name) => {
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox)).toEqual(recordedAnswer(exchange));
  });

  it("takes the change that the recordings left out", async () => {
    const { status } = await fetch(`${netbox.url}/api/${changedInBetween.path}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${netbox.token}` },
      body: JSON.stringify(changedInBetween.body),
    });

    expect(status).toBe(200);
  });

  it.each(story.filter((name) => name >= "308" && !left.test(name)))("%s", async (name) => {
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox)).toEqual(recordedAnswer(exchange));
  });
});

describe("a stand-in of NetBox 4.5 names the kind of what it does not have", () => {
  const missing = listExchangeNames("4.5.2").filter((name) => name.endsWith("-get-deleted"));

  it("14 kinds", () => {
    expect(missing).toHaveLength(14);
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
    ["018-token-v2-without-dot", "Bearer nbt_wrong"],
    ["022-token-wrong-v1", "Token 0123456789abcdef"],
  ] as const;

  it.each(told)("%s", async (name, authorization) => {
    await using netbox = await startNetBox45StandIn();
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox, { authorization })).toEqual(recordedAnswer(exchange));
  });

  it.each(["011-status", "013-authentication-check"])("%s", async (name) => {
    await using netbox = await startNetBox45StandIn();
    const exchange = loadExchange("4.5.2", name);

    expect(await replay(exchange, netbox)).toEqual(recordedAnswer(exchange));
  });

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

  it("refuses to filter by a device that does not exist, as it does by a site", async () => {
    await using netbox = await startNetBox45StandIn();
    const exchange = loadExchange("4.5.2", "215-filter-unknown-slug-lang-en");
    const asked = "/netbox/api/ipam/services/?device=nope";
    const request = { ...exchange.request, path: asked };
    const { site } = exchange.response.body as { readonly site: unknown };

    expect(await replay({ ...exchange, request }, netbox)).toEqual({
      status: 400,
      body: { device: site },
    });
  });

  it("shows the tags of an object in the form recorded", async () => {
    const { request, response } = loadExchange("4.5.2", "619-wh-service-patch-tags");
    const { tags } = response.body as { readonly tags: readonly object[] };
    await using netbox = await startNetBox45StandIn();
    await post(netbox, "extras/tags/", { name: "filler", slug: "filler" });
    await post(netbox, "extras/tags/", { name: "tag1", slug: "tag1", color: "ff0000" });
    const site = { name: "S", slug: "s", ...(request.body as object) };
    const made = (await post(netbox, "dcim/sites/", site)) as { readonly tags: unknown };

    expect(normalise(made.tags)).toEqual(normalise(tags));
  });
});

describe("what nobody recorded is a loud 501", () => {
  const unknown = [
    ["GET", "/api/dcim/regions/"],
    ["GET", "/api/dcim/sites/?status=active"],
    ["GET", "/api/dcim/sites/?slugg=x"],
    ["GET", "/api/dcim/sites/?ordering=name"],
    ["PUT", "/api/dcim/sites/"],
    ["DELETE", "/api/dcim/sites/"],
    ["GET", "/login/"],
  ] as const;

  it.each(unknown)("%s %s", async (method, path) => {
    await using netbox = await startNetBox45StandIn();
    const answer = await fetch(`${netbox.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${netbox.token}` },
    });

    expect(answer.status).toBe(501);
    expect(await answer.json()).toEqual({
      detail: expect.stringMatching(/^the stand-in of NetBox 4\.5 does not model /) as string,
    });
  });

  it("also a field that it has and does not model", async () => {
    await using netbox = await startNetBox45StandIn();

    expect(await post(netbox, "dcim/sites/", { name: "S", slug: "s", region: 1 })).toEqual({
      detail: expect.stringContaining("writing 1 into a field of dcim/sites/") as string,
    });
  });
});

describe("faults", () => {
  it("carries a request out and ends the connection in the middle of the answer", async () => {
    await using netbox = await startNetBox45StandIn({ faults: () => ({ type: "cut" }) });

    await expect(post(netbox, "extras/tags/", { name: "t", slug: "t" })).rejects.toThrow(
      "terminated",
    );
    expect(netbox.requests).toEqual([
      {
        method: "POST",
        path: "/netbox/api/extras/tags/",
        query: "",
        body: { name: "t", slug: "t" },
        status: 201,
      },
    ]);
  });

  it("drops a field as if NetBox did not know it", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: () => ({ type: "drop-field", field: "description" }),
    });

    expect(
      await post(netbox, "extras/tags/", { name: "t", slug: "t", description: "lost" }),
    ).toMatchObject({ name: "t", description: "" });
  });

  it("answers in NetBox's place", async () => {
    const page = { status: 500, contentType: "text/html", body: "<h1>Erreur du serveur</h1>" };
    await using netbox = await startNetBox45StandIn({
      faults: () => ({ type: "answer", ...page }),
    });
    const answer = await fetch(`${netbox.url}/api/status/`);

    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("text/html");
    expect(await answer.text()).toBe(page.body);
  });

  it("answers late", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: () => ({ type: "delay", delayMs: 60_000 }),
    });

    await expect(
      fetch(`${netbox.url}/api/status/`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow("timeout");
  });
});

async function post(netbox: NetBoxStandIn, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${netbox.url}/api/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${netbox.token}` },
    body: JSON.stringify(body),
  });
  return answer.json();
}
