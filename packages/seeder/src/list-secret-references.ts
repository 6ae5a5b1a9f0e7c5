import { kindOf } from "./kinds.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * The secrets whose values a plan needs, as references, each once and sorted. The files into which
 * it puts secrets that NetBox makes are not among them. Pure.
 */
export function listSecretReferences(operations: readonly SeedOperation[]): readonly string[] {
  return [...new Set(listValues(operations, "isSecret"))];
}

/** Where a plan puts secrets that NetBox makes, as references, one per secret and sorted. Pure. */
export function listSecretOutputs(operations: readonly SeedOperation[]): readonly string[] {
  return listValues(operations, "isOutput");
}

function listValues(
  operations: readonly SeedOperation[],
  trait: "isSecret" | "isOutput",
): readonly string[] {
  const found = operations.flatMap((operation) => {
    const { fields } = kindOf(operation.kind);
    const written = operation.action === "delete" ? {} : operation.after;
    return Object.entries(written).flatMap(([name, value]) =>
      fields[name]?.[trait] && typeof value === "string" ? [value] : [],
    );
  });
  return found.toSorted();
}
