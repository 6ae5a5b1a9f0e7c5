import { applyPlan, type JournalEntry, type Plan, Secret } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  buildOrphanError,
  buildSeed,
  buildUndoRecord,
  createSeedExecutor,
  type Inventory,
  loadInventory,
  loadOrphans,
  loadOwned,
  loadUndoState,
  planPrune,
  planSeed,
  planUndo,
  type SecretStore,
  type SeedOperation,
  type UndoRecord,
} from "../src/index.ts";
import { type OpenStandIn, openStandIn } from "./seeded-stand-in.ts";

/** A device with an interface, and what they need. */
export const base = `
manufacturers: [{ name: M, slug: m }]
device-types: [{ model: T, slug: t, manufacturer: m }]
device-roles: [{ name: R, slug: r }]
sites: [{ name: S, slug: s }]
devices: [{ name: web, device_type: t, role: r, site: s }]
interfaces: [{ device: web, name: eth0, type: virtual }]
`;

/** What {@link openSeeded} describes. */
export const earlier = "tenant-groups: [{ name: Earlier, slug: earlier }]\n";

/** An address on that interface. */
export const address = "ip-addresses: [{ address: 10.0.0.5/24, interface: web/eth0 }]\n";

/** A tenant. */
export const tenant = (description: string): string =>
  `tenants: [{ name: Acme, slug: acme, description: ${description} }]\n`;

/** What the seeder itself needs is there already, made by an earlier run. */
export async function openSeeded(): Promise<OpenStandIn> {
  const lab = await openStandIn();
  await runSeed(lab.client, earlier);
  return lab;
}

/** A run and what its receipt holds. */
export interface PastRun {
  readonly plan: Plan<SeedOperation>;
  readonly journal: readonly JournalEntry[];
  readonly record: UndoRecord;
  readonly failure: unknown;
}

/** How a run goes. */
export interface Course {
  /** The levels that it carries out before it is interrupted. Default: all. */
  readonly levels?: number;
  /** What happens meanwhile, after each level. */
  readonly afterLevel?: (operations: readonly SeedOperation[]) => Promise<void>;
}

/** Seeds what that text describes, our own objects included. */
export async function runSeed(
  client: NetBoxClient,
  text: string,
  course: Course = {},
): Promise<PastRun> {
  const { objects } = buildSeed([{ name: "seed.yaml", text }]);
  const inventory = await loadInventory(client, objects);
  const plan = planSeed(objects, inventory, { target: client.url });
  return await run(client, { plan, inventory }, course);
}

/** Deletes what is ours and not described by that text. */
export async function runPrune(client: NetBoxClient, text: string): Promise<PastRun> {
  const inventory = await loadOwned(client);
  const { objects } = buildSeed([{ name: "seed.yaml", text }]);
  return await run(client, {
    plan: planPrune(objects, inventory, { target: client.url }),
    inventory,
  });
}

/** What would undo a run, after a look at what would go along. */
export async function planUndoOf(client: NetBoxClient, { record }: Pick<PastRun, "record">) {
  const state = await loadUndoState(client, record);
  const plan = planUndo(record, state);
  const { inventory } = state;
  const orphans = await loadOrphans(client, plan, { inventory, requestIds: record.requestIds });
  return { plan, state, inventory, orphans };
}

/** Undoes a run as far as its course lets it. */
export async function undo(
  client: NetBoxClient,
  past: Pick<PastRun, "record">,
  course: Course = {},
): Promise<PastRun> {
  const { orphans, ...planned } = await planUndoOf(client, past);
  if (orphans.length > 0) {
    throw buildOrphanError(orphans);
  }
  return await run(client, planned, course);
}

/** The receipt of a run that was killed before the outcome of these operations was written. */
export function forgetOutcomes({ plan, journal }: PastRun, names: readonly string[]): UndoRecord {
  const left = journal.filter(
    (entry) => entry.type !== "outcome" || !names.includes(entry.operation),
  );
  return buildUndoRecord(plan, left);
}

async function run(
  client: NetBoxClient,
  { plan, inventory }: { readonly plan: Plan<SeedOperation>; readonly inventory: Inventory },
  { levels = plan.levels.length, afterLevel }: Course = {},
): Promise<PastRun> {
  const journal: JournalEntry[] = [];
  const execute = createSeedExecutor({ client, inventory, secrets });
  const { failure } = await applyPlan(
    { ...plan, levels: plan.levels.slice(0, levels) },
    {
      execute: async (operations, reporter, signal) => {
        await execute(operations, reporter, signal);
        await afterLevel?.(operations);
      },
      journal: { append: (entry) => void journal.push(entry) },
    },
  );
  return { plan, journal, record: buildUndoRecord(plan, journal), failure };
}

const secrets: SecretStore = {
  read: (reference) => new Secret(`Value 1 of ${reference}`),
  save: () => Promise.resolve(),
};
