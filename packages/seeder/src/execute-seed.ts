import {
  type Executor,
  MultipassError,
  operationName,
  type Reporter,
} from "@multipass-netbox/core";
import { type BulkAnswer, type NetBoxClient, splitChunks } from "@multipass-netbox/netbox-client";
import type { NetBoxObject } from "./field-codec.ts";
import { findLoss } from "./find-loss.ts";
import type { Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { writeFields } from "./object-codec.ts";
import type { SeedOperation } from "./seed-operation.ts";
import { settleRefused } from "./settle-refused.ts";

/** One operation with the body that carries it out. */
interface Prepared {
  readonly operation: SeedOperation;
  readonly body: NetBoxObject & { readonly id?: number };
}

/**
 * Carries out the operations of a seed plan in bulk requests, at most 50 objects each, one
 * after the other. What NetBox answers is compared with what was sent and added to the
 * inventory, so that later operations find the ids. Stops between requests when the signal is
 * aborted, never inside one.
 */
export function createSeedExecutor(
  client: NetBoxClient,
  inventory: Inventory,
): Executor<SeedOperation> {
  return async (operations, reporter, signal) => {
    for (const group of groupByRequest(operations)) {
      const prepared = group.map((operation) => prepare(operation, inventory));
      for (const chunk of splitChunks(prepared)) {
        signal.throwIfAborted();
        settleAnswered(chunk, await sendChunk(chunk, client, reporter), { inventory, reporter });
      }
    }
  };
}

function groupByRequest(
  operations: readonly SeedOperation[],
): readonly (readonly SeedOperation[])[] {
  return [...Map.groupBy(operations, ({ action, kind }) => `${action} ${kind}`).values()];
}

function prepare(operation: SeedOperation, inventory: Inventory): Prepared {
  const kind = kindOf(operation.kind);
  const body = writeFields(kind, operation.after, (name, key) => inventory.idOf(kindOf(name), key));
  return operation.action === "create"
    ? { operation, body }
    : { operation, body: { ...body, id: inventory.idOf(kind, operation.key) } };
}

async function sendChunk(
  chunk: readonly Prepared[],
  client: NetBoxClient,
  reporter: Reporter<SeedOperation>,
): Promise<BulkAnswer<NetBoxObject>> {
  const operations = chunk.map(({ operation }) => operation);
  reporter.intend(operations);
  try {
    return await sendBodies(chunk, client);
  } catch (error) {
    settleRefused(operations, error, reporter);
    throw error;
  }
}

function sendBodies(
  chunk: readonly Prepared[],
  client: NetBoxClient,
): Promise<BulkAnswer<NetBoxObject>> {
  const { operation } = chunk[0] as Prepared;
  const endpoint = kindOf(operation.kind).endpoint(client);
  const bodies = chunk.map(({ body }) => body);
  return operation.action === "create"
    ? endpoint.create(bodies)
    : endpoint.update(bodies as readonly (NetBoxObject & { readonly id: number })[]);
}

interface Settling {
  readonly inventory: Inventory;
  readonly reporter: Reporter<SeedOperation>;
}

function settleAnswered(
  chunk: readonly Prepared[],
  { objects, requestId }: BulkAnswer<NetBoxObject>,
  { inventory, reporter }: Settling,
): void {
  const losses = chunk.flatMap(({ operation }, index) => {
    const object = objects[index] as NetBoxObject;
    const message = findLoss(operation, object);
    inventory.add(kindOf(operation.kind), object);
    const status = message === undefined ? "done" : "failed";
    reporter.settle(operation, { status, requestId, objectId: Number(object["id"]), message });
    return message === undefined ? [] : `${operationName(operation)}: ${message}`;
  });
  if (losses.length > 0) {
    throw new MultipassError("APPLY_FAILED", losses.join("\n"), {
      hint: "NetBox accepted the request and kept something else. Does this version of NetBox know the field?",
    });
  }
}
