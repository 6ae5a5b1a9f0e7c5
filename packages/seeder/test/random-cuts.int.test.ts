import {
  applyPlan,
  isComplete,
  isEmptyPlan,
  operationName,
  operationsOf,
} from "@multipass-netbox/core";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { openWire, type Wire } from "@multipass-netbox/testkit";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { assert, asyncProperty, integer } from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildSeed, createSeedExecutor, loadInventory, planSeed, type Seed } from "../src/index.ts";

const real = injectRealNetBox();

let wire: Wire;
let netbox: NetBoxClient;
beforeAll(async () => {
  wire = await openWire(real.url);
  netbox = createNetBoxClient({ url: wire.url, token: real.token });
});
afterAll(async () => {
  await netbox[Symbol.asyncDispose]();
  await wire[Symbol.asyncDispose]();
});

let runs = 0;

// Each lost answer is looked for six seconds long, and a busy machine takes its time.
const longMs = 600_000;

it(
  "wherever the wire is cut, the receipt is true, and running again gives what an uninterrupted run gives",
  async () => {
    const uncut = await run(describe(`cut-${(runs += 1)}`, runs));
    expect(isComplete(uncut.receipt)).toBe(true);
    const wholeBytes = wire.passedBytes;
    // Before its end each run has been cut somewhere.
    await assert(
      asyncProperty(integer({ min: 2, max: 75 }), async (percent) => {
        const name = `cut-${(runs += 1)}`;
        const seed = describe(name, runs);
        wire.cutAfterBytes = Math.round((wholeBytes * percent) / 100);
        const first = await run(seed).catch(() => undefined);
        wire.cutAfterBytes = undefined;
        if (first) {
          await expectTrue(first);
        }
        const second = await run(seed);

        expect(second.failure).toBeUndefined();
        expect(isComplete(second.receipt)).toBe(true);
        expect(isEmptyPlan((await plan(seed)).plan)).toBe(true);
        const [device] = await netbox.devices.list({ name });
        expect(await netbox.services.count({ device_id: device?.id ?? 0 })).toBe(12);
        expect(await netbox.tenants.count({ slug__isw: `${name}-` })).toBe(6);
        expect(await netbox.ipAddresses.count({ parent: `10.123.${runs}.0/24` })).toBe(12);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(wire.cuts).toBe(12);
  },
  longMs,
);

async function plan({ objects }: Seed) {
  const inventory = await loadInventory(netbox, objects);
  return { inventory, plan: planSeed(objects, inventory, { target: netbox.url }) };
}

async function run(seed: Seed) {
  const { inventory, plan: planned } = await plan(seed);
  const execute = createSeedExecutor({ client: netbox, inventory });
  const journal = { append: () => undefined };
  return { plan: planned, seed, ...(await applyPlan(planned, { execute, journal })) };
}

/** What a receipt says was done is no longer to do; what it says was not attempted still is. */
async function expectTrue({ receipt, seed }: Awaited<ReturnType<typeof run>>): Promise<void> {
  const open = new Set(operationsOf((await plan(seed)).plan).map(operationName));
  expect(receipt.done.filter(({ operation }) => open.has(operation))).toEqual([]);
  expect(receipt.notAttempted.filter((operation) => !open.has(operation))).toEqual([]);
}

function describe(name: string, number: number): Seed {
  const text = `
manufacturers: [{ name: ${name}, slug: ${name} }]
device-types: [{ model: ${name}, slug: ${name}, manufacturer: ${name} }]
device-roles: [{ name: ${name}, slug: ${name} }]
sites: [{ name: ${name}, slug: ${name} }]
devices: [{ name: ${name}, device_type: ${name}, role: ${name}, site: ${name}, primary_ip4: 10.123.${number}.1/24 }]
interfaces: [{ device: ${name}, name: eth0, type: virtual }]
prefixes: [{ prefix: 10.123.${number}.0/24 }]
tenants:
${many(6, (index) => `{ name: ${name}-${index}, slug: ${name}-${index} }`)}
ip-addresses:
${many(12, (index) => `{ address: 10.123.${number}.${index}/24, interface: ${name}/eth0 }`)}
services:
${many(12, (index) => `{ device: ${name}, name: s${index}, ports: [${index}], published: true }`)}`;
  return buildSeed([{ name: `${name}.yaml`, text }]);
}

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `  - ${line(index + 1)}\n`).join("");
}
