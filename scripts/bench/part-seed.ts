import { join } from "node:path";
import { applyPlan, isEmptyPlan, type Plan } from "@multipass-netbox/core";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  buildSeed,
  createSeedExecutor,
  type Inventory,
  loadInventory,
  loadSeed,
  planSeed,
  type Seed,
  type SeedOperation,
} from "@multipass-netbox/seeder";
import { countRequests, type RequestCounter } from "./count-requests.ts";
import type { Figure, Section } from "./figure.ts";
import { generateSeed, sampleKeys } from "./generate-seed.ts";
import { loadOthers } from "./load-others.ts";
import { type Arena, openArena } from "./open-arena.ts";
import { type Contestant, runRounds, timed } from "./run-rounds.ts";
import { say } from "./say.ts";

const objects = 2000;
const sampleStep = 10;
const shippedSeed = join(import.meta.dirname, "..", "..", "seed-data");
const ours = `the seeder, ${objects.toLocaleString("en")} objects`;
const crowded = `${ours}, beside 20,000 others`;

/** Seeding what is there already, and what that takes in requests and in time. */
export async function measureSeed(rounds: number): Promise<readonly Section[]> {
  await using arena = await openArena();
  const { url, token } = arena.lab;
  const counter = countRequests();
  await using client = createNetBoxClient({ url, token, logger: counter });
  const shipped = await loadSeed(shippedSeed);
  await apply(shipped, client);
  const shippedRequests = await countAgain(() => shipped, client, counter);
  const text = JSON.stringify(generateSeed());
  const generated = (): Seed => buildSeed([{ name: "generated", text }]);
  say(`Applying ${objects} objects`);
  const applied = await timed(async () => apply(generated(), client))();
  const requests = await countAgain(generated, client, counter);
  const times = await compareTimes(
    arena,
    timed(() => planAgain(generated(), client)),
    rounds,
  );
  await loadOthers(arena);
  const crowdedRequests = await countAgain(generated, client, counter);
  const run = timed(() => planAgain(generated(), client));
  const crowdedTimes = await runRounds([{ name: crowded, run }], { rounds, objects });
  return [
    describeRequests(requests, crowdedRequests, shippedRequests),
    { title: "Seeding again: time", figures: [...times, ...crowdedTimes] },
    describeApplying(applied.seconds),
  ];
}

/** Applies a seed to the end; gives the number of its objects, without those the seeder adds. */
async function apply(seed: Seed, client: NetBoxClient): Promise<number> {
  const { plan, inventory } = await makePlan(seed, client);
  const execute = createSeedExecutor({ client, inventory });
  const { failure } = await applyPlan(plan, { execute, journal: { append: () => {} } });
  if (failure !== undefined) throw failure;
  return countDescribed(seed);
}

/** Plans a seed that has been applied, from its text on. */
async function planAgain(seed: Seed, client: NetBoxClient): Promise<number> {
  const { plan } = await makePlan(seed, client);
  if (!isEmptyPlan(plan)) throw new Error("a second plan is not empty");
  return countDescribed(seed);
}

async function makePlan(
  { objects: desired }: Seed,
  client: NetBoxClient,
): Promise<{ readonly plan: Plan<SeedOperation>; readonly inventory: Inventory }> {
  const inventory = await loadInventory(client, desired);
  return { plan: planSeed(desired, inventory, { target: client.url }), inventory };
}

function countDescribed({ objects: desired }: Seed): number {
  return desired.filter(({ positionOf }) => positionOf !== undefined).length;
}

async function countAgain(
  read: () => Seed,
  client: NetBoxClient,
  counter: RequestCounter,
): Promise<number> {
  counter.take();
  await planAgain(read(), client);
  return counter.take();
}

/** Get-or-create takes too long for all objects: a tenth is measured and stands for the rest. */
async function compareTimes(
  { pynetbox }: Arena,
  run: Contestant["run"],
  rounds: number,
): Promise<readonly Figure[]> {
  const keys = sampleKeys(generateSeed(), sampleStep);
  say(`Seeding again; pynetbox asks for ${keys.length} of ${objects} objects`);
  const rival = async (): Promise<{ readonly seconds: number; readonly objects: number }> => {
    const sample = await pynetbox.run({ task: "get-each", objects: keys });
    return { seconds: sample.seconds * sampleStep, objects: sample.objects * sampleStep };
  };
  const target = { of: "ratio", bound: "at least", limit: 50 } as const;
  const name = `pynetbox, get-or-create (${keys.length} measured, times ${sampleStep})`;
  return runRounds(
    [
      { name: ours, run },
      { name, run: rival, targets: [target] },
    ],
    { rounds, objects },
  );
}

function describeRequests(requests: number, beside: number, shipped: number): Section {
  return {
    title: "Seeding again: requests",
    figures: [
      { ...counted(ours, requests), targets: [{ of: "value", bound: "at most", limit: 60 }] },
      { ...counted(crowded, beside), targets: [{ of: "ratio", bound: "at most", limit: 1 }] },
      {
        ...counted("the seeder, the shipped seed-data", shipped),
        targets: [{ of: "value", bound: "at most", limit: 20 }],
      },
    ],
  };
}

function describeApplying(seconds: number): Section {
  return {
    title: "Seeding for the first time",
    figures: [{ name: ours, unit: "s", samples: [seconds], objects }],
  };
}

function counted(name: string, requests: number): Figure {
  return { name, unit: "requests", samples: [requests] };
}
