import { type Fault, type NetBoxStandIn, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { catchBulk } from "./catch-bulk.ts";

const gateway: Fault = {
  type: "answer",
  status: 502,
  contentType: "text/html",
  body: "<h1>…</h1>",
};
const welcome: Fault = { ...gateway, status: 200 };
const limits = { items: 2, sizeBytes: 1_000_000 };

// On the stand-in of NetBox 4.5; lost-answers.int.test.ts does it with a NetBox 4.7 that runs.
describe("objects whose making was not answered", () => {
  it.each<Fault>([{ type: "cut" }, { type: "cut-after" }, { type: "delay", delayMs: 60_000 }])(
    "are found in the change log, and what follows is made: $type",
    async (fault) => {
      await using lab = await open({ POST: [undefined, fault] });
      const { objects, outcomes } = await lab.client.tags.create(tags("abcde"), { limits });

      expect(objects.map(({ slug }) => slug)).toEqual(["a", "b", "c", "d", "e"]);
      const requestIds = outcomes.map((outcome) => "requestId" in outcome && outcome.requestId);
      const changes = await lab.client.objectChanges.list({ action: "create" });
      expect(requestIds).toEqual(changes.map(({ request_id: id }) => id));
      expect(new Set(requestIds).size).toBe(3);
      expect(lab.count("POST")).toBe(3);
      expect(await lab.client.tags.count()).toBe(5);
    },
  );

  it.each<readonly [string, Fault, string]>([
    ["a connection that broke before", { type: "cut-before" }, "NETBOX_UNREACHABLE"],
    ["a gateway's page", gateway, "NETBOX_SERVER"],
    ["another program's page", welcome, "NETBOX_UNEXPECTED_BODY"],
  ])(
    "are unknown where NetBox does not hold them, and the rest waits: %s",
    async (_, fault, code) => {
      await using lab = await open({ POST: [undefined, fault] });
      const error = await catchBulk(lab.client.tags.create(tags("abcde"), { limits }));

      expect(error.code).toBe(code);
      expect(error.outcomes.map(({ status }) => status)).toEqual([
        "done",
        "done",
        "unknown",
        "unknown",
        "not-attempted",
      ]);
      expect(lab.count("POST")).toBe(2);
      expect(await lab.client.tags.count()).toBe(2);
    },
  );

  it("are not taken for what the same message made earlier", async () => {
    await using lab = await open({ POST: [undefined, { type: "cut-before" }] });
    const changelogMessage = "the same for both";
    await lab.client.tags.create(tags("a"), { changelogMessage });
    const error = await catchBulk(lab.client.tags.create(tags("b"), { changelogMessage }));

    expect(error.outcomes).toMatchObject([{ status: "unknown" }]);
    const changes = await lab.client.objectChanges.list({ action: "create" });
    expect(changes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the same for both \[[0-9a-f]{8}\]$/),
    ]);
  });

  it("and were kept otherwise are told as what they are", async () => {
    await using lab = await open({ POST: [{ type: "cut-after" }] });
    const site = { name: "a", slug: "a", custom_fields: { nope: 1 } };
    const error = await catchBulk(lab.client.sites.create([site]));

    expect(error.code).toBe("NETBOX_NOT_KEPT");
    expect(error.outcomes).toMatchObject([
      { status: "failed", id: 1, fieldErrors: [{ field: "custom_fields.nope" }] },
    ]);
  });

  it("are unknown where NetBox has no change log of their kind", async () => {
    await using lab = await open({ POST: [{ type: "cut-after" }] });
    const user = { username: "ada", password: "Lecteur-12345" };
    const error = await catchBulk(lab.client.users.create([user]));

    expect(error.outcomes).toMatchObject([{ status: "unknown" }]);
    expect(await lab.client.users.count({ username: "ada" })).toBe(1);
  });
});

describe("a change or a deletion that was not answered", () => {
  it.each([
    ["cut-after", "done"],
    ["cut-before", "unknown"],
  ] as const)("is settled by what NetBox holds: %s, %s", async (type, status) => {
    await using lab = await open({ PATCH: [{ type }], DELETE: [{ type }] });
    const { objects } = await lab.client.tags.create(tags("ab"));
    const ids = objects.map(({ id }) => id);
    const changes = ids.map((id) => ({ id, description: "d" }));

    expect(await statusesOf(lab.client.tags.update(changes))).toEqual([status, status]);
    expect(await statusesOf(lab.client.tags.delete(ids))).toEqual([status, status]);
    expect([lab.count("PATCH"), lab.count("DELETE")]).toEqual([1, 1]);
  });
});

describe("a redirect of a write", () => {
  it("is an error and never followed: its body would be lost", async () => {
    const headers = { location: "http://127.0.0.1:1/netbox/api/extras/tags/" };
    await using lab = await open({ POST: [{ ...gateway, status: 301, headers }] });
    const error = await catchBulk(lab.client.tags.create(tags("ab")));

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain(`NetBox redirects to ${headers.location} (301)`);
    expect(error.outcomes.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(lab.count("POST")).toBe(1);
  });
});

interface Lab extends AsyncDisposable {
  readonly client: NetBoxClient;
  readonly netbox: NetBoxStandIn;
  /** How often a method was sent. */
  count(method: string): number;
}

/** A stand-in with what goes wrong with the first, second, … request of a method. */
async function open(
  faults: Readonly<Record<string, readonly (Fault | undefined)[]>>,
): Promise<Lab> {
  const seen: string[] = [];
  const netbox = await startNetBox45StandIn({
    faults: ({ method }) => {
      seen.push(method);
      return faults[method]?.[seen.filter((one) => one === method).length - 1];
    },
  });
  const client = createNetBoxClient({ url: netbox.url, token: netbox.token, timeoutMs: 1000 });
  return {
    client,
    netbox,
    count: (wanted) => netbox.requests.filter(({ method }) => method === wanted).length,
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      await netbox.stop();
    },
  };
}

function tags(letters: string) {
  return letters.split("").map((letter) => ({ name: letter, slug: letter }));
}

async function statusesOf(promise: Promise<{ readonly outcomes: readonly { status: string }[] }>) {
  const { outcomes } = await promise.catch(() => catchBulk(promise));
  return outcomes.map(({ status }) => status);
}
