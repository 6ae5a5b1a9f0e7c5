import { diffFields } from "@multipass-netbox/core";
import type { NetBoxObject } from "./field-codec.ts";
import { kindOf } from "./kinds.ts";
import { readFields } from "./object-codec.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * Compares what was sent with what NetBox answered: it drops fields that it does not know with
 * a success. The fields that differ, as one sentence; undefined when everything was kept. Pure.
 */
export function findLoss(operation: SeedOperation, answered: NetBoxObject): string | undefined {
  const changes = diffFields(readFields(kindOf(operation.kind), answered), operation.after);
  const lost = changes.map(
    ({ field, before, after }) =>
      `${field} was sent as ${JSON.stringify(after)} and kept as ${JSON.stringify(before)}`,
  );
  return lost.length === 0 ? undefined : lost.join("; ");
}
