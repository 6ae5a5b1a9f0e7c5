import { type NetBoxStandIn, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import {
  createNetBoxClient,
  type ItemOutcome,
  type NetBoxBulkError,
  type NetBoxClient,
} from "@multipass-netbox/netbox-client";
import { catchBulk } from "./catch-bulk.ts";

// The stand-in is held to recordings of NetBox 4.5.2. Requests are counted to the last: halving
// costs some, and nothing may be sent twice.
describe("one bad item in a bulk of 200, on NetBox 4.5", () => {
  it("of a plain kind is named by the place that NetBox tells, and the 199 others are there", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const bodies = Array.from({ length: 200 }, (_, index) => ({
      name: `m${index}`,
      slug: index === 137 ? "no slug" : `m${index}`,
    }));
    const error = await catchBulk(client.manufacturers.create(bodies));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain("199 of 200 done, 1 failed, 0 unknown, 0 not attempted");
    expect(error.outcomes[137]).toMatchObject({
      status: "failed",
      code: "NETBOX_VALIDATION",
      fieldErrors: [{ field: "slug" }],
    });
    const made = await client.manufacturers.list();
    expect(namesOf(error, made)).toEqual(
      bodies.map(({ name }, index) => (index === 137 ? undefined : name)),
    );
    // Four chunks, and the third again without what was named.
    expect(sizes(netbox, "POST")).toEqual(["50", "50", "50 refused", "49", "50"]);
  });

  it("of devices, of which NetBox does not say which it is, is found by halving", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const parts = await makeDeviceParts(client);
    const before = netbox.requests.length;
    const bodies = Array.from({ length: 200 }, (_, index) => ({
      ...parts,
      name: `d${index}`,
      ...(index === 61 ? { role: 999_999 } : {}),
    }));
    const error = await catchBulk(client.devices.create(bodies, { concurrency: 1 }));

    expect(error.message).toContain("199 of 200 done, 1 failed, 0 unknown, 0 not attempted");
    expect(error.outcomes[61]).toMatchObject({
      status: "failed",
      code: "NETBOX_VALIDATION",
      fieldErrors: [{ field: "role" }],
    });
    const made = await client.devices.list();
    expect(namesOf(error, made)).toEqual(
      bodies.map(({ name }, index) => (index === 61 ? undefined : name)),
    );
    expect(sizes(netbox, "POST", before).join(", ")).toBe(
      "50, 50 refused, 25 refused, 13 refused, 7, 6 refused, 3, 3 refused, 2 refused, " +
        "1, 1 refused, 1, 12, 25, 50, 50",
    );
  });

  it("of a change, of which it never says which it is, is found by halving", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const parts = await makeDeviceParts(client);
    const named = Array.from({ length: 200 }, (_, index) => ({ ...parts, name: `d${index}` }));
    const { objects } = await client.devices.create(named);
    const changes = objects.map(({ id }, index) => ({
      id,
      ...(index === 120 ? { status: "nope" } : { description: `number ${index}` }),
    }));
    const error = await catchBulk(client.devices.update(changes, { concurrency: 1 }));

    expect(error.outcomes[120]).toMatchObject({
      status: "failed",
      code: "NETBOX_VALIDATION",
      id: objects[120]?.id,
      fieldErrors: [{ field: "status" }],
    });
    const now = new Map((await client.devices.list()).map((one) => [one.id, one.description]));
    expect(changes.map(({ id }) => now.get(id))).toEqual(
      changes.map((_, index) => (index === 120 ? "" : `number ${index}`)),
    );
    expect(sizes(netbox, "PATCH").join(", ")).toBe(
      "50, 50, 50 refused, 25 refused, 13, 12 refused, 6, 6 refused, 3 refused, 2 refused, " +
        "1, 1 refused, 1, 3, 25, 50",
    );
  });
});

describe("a bulk request on NetBox 4.5", () => {
  it("that falls with a 500 over two equal items is halved until both are told", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    // By its path nothing is known of the kind, nor that its names are unique.
    const tags = client.endpoint("extras/tags/");
    const bodies = ["a", "b", "a"].map((name) => ({ name, slug: name }));
    const error = await catchBulk(tags.create(bodies));

    expect(error.outcomes).toMatchObject([
      { status: "done" },
      { status: "done" },
      {
        status: "failed",
        code: "NETBOX_VALIDATION",
        fieldErrors: [{ field: "name" }, { field: "slug" }],
      },
    ]);
    expect(await client.tags.count()).toBe(2);
    expect(statuses(netbox, "POST")).toEqual([500, 201, 400]);
  });

  it("to delete what others stand on is halved, and the rest is gone", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const named = Array.from({ length: 8 }, (_, index) => ({
      name: `m${index}`,
      slug: `m${index}`,
    }));
    const { objects } = await client.manufacturers.create(named);
    const ids = objects.map(({ id }) => id);
    await client.deviceTypes.create([{ manufacturer: { slug: "m5" }, model: "t", slug: "t" }]);
    const before = netbox.requests.length;
    const error = await catchBulk(client.manufacturers.delete(ids));

    expect(error.code).toBe("NETBOX_CONFLICT");
    expect(error.outcomes.map(({ status }) => status)).toEqual(
      ids.map((_, index) => (index === 5 ? "failed" : "done")),
    );
    expect(error.outcomes[5]).toMatchObject({ code: "NETBOX_CONFLICT", id: ids[5] });
    expect((await client.manufacturers.list()).map(({ slug }) => slug)).toEqual(["m5"]);
    expect(sizes(netbox, "DELETE", before)).toEqual([
      "8 refused",
      "4",
      "4 refused",
      "2 refused",
      "1",
      "1 refused",
      "2",
    ]);
  });

  it("names the ids that NetBox drops in silence, changed or deleted", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const { objects } = await client.tags.create([{ name: "a", slug: "a" }]);
    const id = objects[0]?.id ?? 0;
    const outcomes = [
      { status: "failed", code: "NETBOX_NOT_FOUND", id: 999 },
      { status: "done", id },
    ];
    const changes = [999, id].map((one) => ({ id: one, description: "d" }));
    expect((await catchBulk(client.tags.update(changes))).outcomes).toMatchObject(outcomes);
    expect((await catchBulk(client.tags.delete([999, id]))).outcomes).toMatchObject(outcomes);

    expect(statuses(netbox, "PATCH")).toEqual([200]);
    expect(statuses(netbox, "DELETE")).toEqual([204]);
  });

  it("names every custom field that NetBox drops, and stops before it loses more", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const bodies = ["a", "b", "c"].map((name) => ({
      name,
      slug: name,
      ...(name === "b" ? { custom_fields: { nope: 1 } } : {}),
    }));
    const limits = { items: 1, sizeBytes: 1000 };
    const error = await catchBulk(client.sites.create(bodies, { limits }));

    expect(error.code).toBe("NETBOX_NOT_KEPT");
    expect(error.outcomes).toMatchObject([
      { status: "done" },
      { status: "failed", id: 2, fieldErrors: [{ field: "custom_fields.nope" }] },
      { status: "not-attempted" },
    ]);
    expect(error.hint).toContain("kept something else");
    const allowed = await client.sites.create([{ ...bodies[1], name: "d", slug: "d" }], {
      allowLoss: ["custom_fields"],
    });
    expect(allowed.objects).toHaveLength(1);
  });

  it("tells who listens what is sent and what became of it, item by item", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const sent: (readonly number[])[] = [];
    const told: (readonly [number, ItemOutcome<unknown>])[] = [];
    const bodies = ["a", "not a slug", "c", "a"].map((slug, index) => ({ name: `${index}`, slug }));
    const error = await catchBulk(
      client.tags.create(bodies, {
        limits: { items: 2, sizeBytes: 1000 },
        onSend: (indexes) => sent.push(indexes),
        onOutcome: (index, outcome) => told.push([index, outcome]),
      }),
    );

    expect(sent).toEqual([[0, 1], [0], [2]]);
    expect(told.map(([index]) => index)).toEqual([3, 1, 0, 2]);
    expect(told.toSorted(([a], [b]) => a - b).map(([, outcome]) => outcome)).toEqual(
      error.outcomes,
    );
  });
});

/** How many items each request of a method had, and whether it was refused, in the order sent. */
function sizes({ requests }: NetBoxStandIn, wanted: string, start = 0): readonly string[] {
  return requests
    .slice(start)
    .filter(({ method }) => method === wanted)
    .map(
      ({ body, status }) =>
        `${(body as readonly unknown[]).length}${status < 400 ? "" : " refused"}`,
    );
}

function statuses({ requests }: NetBoxStandIn, wanted: string): readonly number[] {
  return requests.filter(({ method }) => method === wanted).map(({ status }) => status);
}

interface Named {
  readonly id: number;
  readonly name: string | null;
}

/** The names of what was made, in the order of the request. */
function namesOf({ outcomes }: NetBoxBulkError, made: readonly Named[]): readonly unknown[] {
  const names = new Map(made.map(({ id, name }) => [id, name]));
  expect(made).toHaveLength(outcomes.filter(({ status }) => status === "done").length);
  return outcomes.map((outcome) => (outcome.status === "done" ? names.get(outcome.id) : undefined));
}

async function makeDeviceParts(client: NetBoxClient) {
  const named = { name: "p", slug: "p" };
  const [site] = (await client.sites.create([named])).objects;
  const [role] = (await client.deviceRoles.create([named])).objects;
  await client.manufacturers.create([named]);
  const type = { manufacturer: { slug: "p" }, model: "p", slug: "p" };
  const [deviceType] = (await client.deviceTypes.create([type])).objects;
  return { site: site?.id ?? 0, role: role?.id ?? 0, device_type: deviceType?.id ?? 0 };
}
