import type { Executor } from "@multipass-netbox/core";
import {
  type ItemOutcome,
  NetBoxBulkError,
  type SeenObject,
  type WriteOptions,
} from "@multipass-netbox/netbox-client";
import { buildResolvers } from "./build-resolvers.ts";
import type { NetBoxObject, Resolvers } from "./field-codec.ts";
import type { Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { loadMadeInterfaces } from "./load-made-interfaces.ts";
import { mintTokens } from "./mint-tokens.ts";
import { writeFields } from "./object-codec.ts";
import { writeOtherFields } from "./other-fields.ts";
import type { GroupRun, SeedExecution } from "./seed-execution.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * Carries out the operations of a seed plan in bulk, kind by kind. NetBox's answers are compared
 * with what was sent; an object that somebody changed since the plan was made is not changed. Good
 * objects are written although others of their kind are refused; then the run stops. Stops
 * between requests when the signal is aborted, never inside one.
 */
export function createSeedExecutor(execution: SeedExecution): Executor<SeedOperation> {
  const madeDevices = new Set<number>();
  return async (operations, reporter, signal) => {
    const groups = Map.groupBy(operations, (operation) => groupOf(operation, execution));
    for (const group of groups.values()) {
      signal.throwIfAborted();
      await executeGroup(group, execution, { reporter, signal, madeDevices });
    }
  };
}

// What can't be guarded must not take the guard from the others.
function groupOf({ action, kind, key }: SeedOperation, { inventory }: SeedExecution): string {
  const isGuarded =
    action === "update" && inventory.foundAt(kindOf(kind), key).lastUpdated !== undefined;
  return `${action} ${kind} ${isGuarded ? "guarded" : ""}`;
}

async function executeGroup(
  group: readonly SeedOperation[],
  execution: SeedExecution,
  run: GroupRun,
): Promise<void> {
  const [first] = group;
  if (first?.action === "create" && first.kind === "token") {
    await mintTokens(group, execution, run);
    return;
  }
  const there = await loadMadeInterfaces(group, execution, run);
  const { missing = [], taken = [] } = Object.groupBy(group, (operation) =>
    there.has(operation) ? "taken" : "missing",
  );
  await executePart({ group: missing, action: first?.action }, execution, run);
  await executePart({ group: taken, action: "update" }, execution, run);
}

/** Operations that are carried out in one way. */
interface Part {
  readonly group: readonly SeedOperation[];
  readonly action: SeedOperation["action"] | undefined;
}

async function executePart(part: Part, execution: SeedExecution, run: GroupRun): Promise<void> {
  const { group } = part;
  if (group.length === 0) {
    return;
  }
  const sent = new Set<SeedOperation>();
  try {
    await sendPart(part, execution, buildHooks(group, { execution, run, sent }));
  } catch (error) {
    if (error instanceof NetBoxBulkError) {
      settleUnsent(group, error, { run, sent });
      signalReason(run.signal, error);
    }
    throw error;
  }
}

// What stopped the bulk request was the wish to stop, not NetBox.
function signalReason(signal: AbortSignal, { cause }: NetBoxBulkError): void {
  if (signal.aborted && cause === signal.reason) {
    signal.throwIfAborted();
  }
}

async function sendPart(
  { group, action }: Part,
  execution: SeedExecution,
  options: WriteOptions<NetBoxObject>,
): Promise<void> {
  const { client, inventory } = execution;
  const [{ kind: name }] = group as readonly [SeedOperation];
  const kind = kindOf(name);
  const endpoint = kind.endpoint(client);
  const ids = (): readonly number[] => group.map(({ key }) => inventory.idOf(kind, key));
  const resolvers = buildResolvers(execution);
  const bodies = (): readonly NetBoxObject[] =>
    group.map((operation) => writeOperation(operation, resolvers));
  if (action === "create") {
    await endpoint.create(bodies(), options);
  } else if (action === "update") {
    const places = ids();
    const changes = bodies().map((body, index) => ({ ...body, id: places[index] as number }));
    const ifUnchanged = group.map(({ key }) => seenObject(inventory, kind.name, key));
    await endpoint.update(changes, { ...options, ...guardOf(ifUnchanged) });
  } else {
    await endpoint.delete(ids(), options as unknown as WriteOptions<undefined>);
  }
}

function writeOperation(operation: SeedOperation, resolvers: Resolvers): NetBoxObject {
  const kind = kindOf(operation.kind);
  const body = writeFields(kind, operation.action === "delete" ? {} : operation.after, resolvers);
  return operation.action === "create" && operation.rest
    ? { ...writeOtherFields(kind, operation.rest), ...body }
    : body;
}

function seenObject(inventory: Inventory, kind: SeedOperation["kind"], key: string): SeenObject {
  const { id, lastUpdated } = inventory.foundAt(kindOf(kind), key);
  return { id, last_updated: lastUpdated };
}

// Kinds without a time of their last change can't be guarded.
function guardOf(seen: readonly SeenObject[]): { readonly ifUnchanged?: readonly SeenObject[] } {
  return seen.every(({ last_updated: time }) => typeof time === "string")
    ? { ifUnchanged: seen }
    : {};
}

interface Hooked {
  readonly execution: SeedExecution;
  readonly run: GroupRun;
  readonly sent: Set<SeedOperation>;
}

function buildHooks(
  group: readonly SeedOperation[],
  { execution, run, sent }: Hooked,
): WriteOptions<NetBoxObject> {
  const operationAt = (index: number): SeedOperation => group[index] as SeedOperation;
  return {
    changelogMessage: execution.changelogMessage ?? "multipass-netbox seed",
    signal: run.signal,
    onSend: (indexes) => {
      const operations = indexes.map(operationAt);
      for (const operation of operations) {
        sent.add(operation);
      }
      run.reporter.intend(operations);
    },
    onOutcome: (index, outcome) => {
      settle(operationAt(index), outcome, { inventory: execution.inventory, run });
    },
  };
}

function settle(
  operation: SeedOperation,
  outcome: ItemOutcome<NetBoxObject | undefined>,
  { inventory, run }: { readonly inventory: Inventory; readonly run: GroupRun },
): void {
  if (outcome.status === "done") {
    const { requestId, id: objectId, object } = outcome;
    if (object) {
      inventory.add(kindOf(operation.kind), object);
    }
    if (operation.action === "create" && operation.kind === "device") {
      run.madeDevices.add(objectId);
    }
    run.reporter.settle(operation, { status: "done", requestId, objectId });
  } else if (outcome.status === "failed") {
    const { requestId, id: objectId, message } = outcome;
    run.reporter.settle(operation, { status: "failed", requestId, objectId, message });
  }
}

/** Journaled as begun, and then provably never carried out. */
function settleUnsent(
  group: readonly SeedOperation[],
  { outcomes, message }: NetBoxBulkError,
  { run, sent }: Pick<Hooked, "run" | "sent">,
): void {
  for (const [index, operation] of group.entries()) {
    if (outcomes[index]?.status === "not-attempted" && sent.has(operation)) {
      run.reporter.settle(operation, { status: "failed", message: `not written: ${message}` });
    }
  }
}
