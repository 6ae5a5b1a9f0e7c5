import { fileURLToPath } from "node:url";
import { applyPlan, isMultipassError } from "@multipass-netbox/core";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  type Faults,
  type LoggedRequest,
  type NetBoxStandIn,
  startNetBox45StandIn,
} from "@multipass-netbox/testkit";
import {
  createSeedExecutor,
  loadInventory,
  loadSeed,
  planSeed,
  type PlanSeedOptions,
} from "../src/index.ts";

const seedFolder = fileURLToPath(new URL("../../../seed-data", import.meta.url));

/** A stand-in of NetBox 4.5 with a client of it. */
export interface OpenStandIn extends AsyncDisposable {
  readonly netbox: NetBoxStandIn;
  readonly client: NetBoxClient;
  /** The requests so far that were not GETs. */
  writes(): readonly LoggedRequest[];
}

/** Starts an empty one. */
export async function openStandIn(faults?: Faults): Promise<OpenStandIn> {
  const netbox = await startNetBox45StandIn(faults ? { faults } : {});
  const client = createNetBoxClient({ url: netbox.url, token: netbox.token });
  return {
    netbox,
    client,
    writes: () => netbox.requests.filter(({ method }) => method !== "GET"),
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      await netbox.stop();
    },
  };
}

/** Loads, plans and applies the shipped seed, as the command does it. */
export async function seed(client: NetBoxClient, options: Omit<PlanSeedOptions, "target"> = {}) {
  const { objects } = await loadSeed(seedFolder);
  const inventory = await loadInventory(client, objects);
  const plan = planSeed(objects, inventory, { target: client.url, ...options });
  const execute = createSeedExecutor({ client, inventory });
  return { plan, ...(await applyPlan(plan, { execute, journal: { append: () => undefined } })) };
}

/** The error of ours with which a promise is refused; fails the test when it is not one. */
export async function catchOurError(promise: Promise<unknown>) {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (isMultipassError(error)) {
    return error;
  }
  throw new TypeError(`expected an error of ours, got ${String(error)}`);
}
