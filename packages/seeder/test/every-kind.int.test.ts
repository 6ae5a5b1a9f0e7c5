import {
  applyPlan,
  isComplete,
  isEmptyPlan,
  type JournalEntry,
  operationsOf,
  type Plan,
  Secret,
} from "@multipass-netbox/core";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import {
  buildSeed,
  buildUndoRecord,
  createSeedExecutor,
  type Inventory,
  loadInventory,
  planSeed,
  type SecretStore,
  type SeedOperation,
} from "@multipass-netbox/seeder";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { afterAll, describe, expect, it } from "vitest";
import { isBuiltIn } from "../src/built-in-objects.ts";
import { findChanges } from "../src/find-changes.ts";
import { buildDesiredObject } from "../src/desired-object.ts";
import { kindOf } from "../src/kinds.ts";
import { everyKind } from "./every-kind.ts";
import { undo } from "./undo-runs.ts";

const real = injectRealNetBox();
const client = createNetBoxClient(real);
const { objects } = buildSeed([{ name: "seed.yaml", text: everyKind("every") }]);
const saved = new Map<string, string>();
const secrets: SecretStore = {
  read: (reference) => new Secret(`The value of ${reference} 1`),
  save: async (reference, value) => {
    saved.set(reference, value.reveal());
    await Promise.resolve();
  },
};
const journal: JournalEntry[] = [];
let firstPlan: Plan<SeedOperation>;
let made: readonly SeedOperation[] = [];

afterAll(async () => {
  const inventory = await loadInventory(client, objects);
  for (const { kind, key } of made.toReversed()) {
    const [found] = inventory.find(kind, kindOf(kind).identity?.(key) ?? key);
    await kindOf(kind)
      .endpoint(client)
      .delete(found ? [found.id] : []);
  }
  await client[Symbol.asyncDispose]();
});

async function plan() {
  const inventory = await loadInventory(client, objects);
  return { inventory, plan: planSeed(objects, inventory, { target: client.url }) };
}

describe("a seed with something of every kind", () => {
  it("is carried out whole, and nothing is left to do", async () => {
    const { inventory, plan: first } = await plan();
    firstPlan = first;
    made = operationsOf(first).filter(({ action }) => action === "create");
    const { receipt, failure } = await applyPlan(first, {
      execute: createSeedExecutor({ client, inventory, secrets }),
      journal: { append: (entry) => void journal.push(entry) },
    });
    expect(failure).toBeUndefined();
    expect(isComplete(receipt)).toBe(true);
    expect(operationsOf((await plan()).plan)).toEqual([]);
    expect(isEmptyPlan((await plan()).plan)).toBe(true);
  });

  it("made a user whose token was put away and works", async () => {
    const token = saved.get("file:./secrets/ada.token") ?? "";
    await using ada = createNetBoxClient({ url: real.url, token });
    expect(await ada.checkAuthentication()).toMatchObject({ username: "every.ada" });
  });

  it("marked all of it as ours", async () => {
    const { inventory } = await plan();
    expect(notOwned(inventory)).toEqual([]);
  });

  it("can be written back as entries that ask for nothing else", async () => {
    const { inventory } = await plan();
    for (const found of inventory.all()) {
      const kind = kindOf(found.kind);
      const entry = kind.toEntry(found.fields);
      expect(findChanges(buildDesiredObject(kind, entry), found)).toEqual([]);
    }
  });

  it("puts back the one field of a rule that somebody changed", async () => {
    const [rule] = await client.eventRules.list({ name: "every-rule" });
    await client.eventRules.update([{ id: rule?.id ?? 0, event_types: ["object_deleted"] }]);
    expect(operationsOf((await plan()).plan)).toEqual([
      {
        action: "update",
        kind: "event-rule",
        key: "every-rule",
        before: { event_types: ["object_deleted"] },
        after: { event_types: ["object_created", "object_updated"] },
      },
    ]);
  });

  it("goes when it is undone, and comes back when that is undone, but for its token", async () => {
    const rule = await client.eventRules.list({ name: "every-rule" });
    await client.eventRules.delete(rule.map(({ id }) => id));
    const record = buildUndoRecord(firstPlan, journal);
    // What the seeder itself needs, other tests may need as well.
    const own = record.operations.filter(({ operation: { kind, key } }) => !isBuiltIn(kind, key));
    const gone = await undo(client, { record: { ...record, operations: own } });
    expect(gone.failure).toBeUndefined();
    expect(await client.tenants.count({ slug: "every-acme" })).toBe(0);

    const back = await undo(client, gone);
    expect(back.failure).toBeUndefined();
    const rest = operationsOf((await plan()).plan).map(({ action, key }) => `${action} ${key}`);
    expect(rest).toEqual(["create every-rule", "create every.ada/agent"]);
  });
});

function notOwned(inventory: Inventory): readonly string[] {
  return inventory
    .all()
    .filter(({ isOwned }) => !isOwned)
    .map(({ kind, key }) => `${kind} ${key}`);
}
