import type { Resolvers } from "./field-codec.ts";
import { kindOf } from "./kinds.ts";
import { noSecrets } from "./secret-store.ts";
import type { SeedExecution } from "./seed-execution.ts";

/** What bodies are written with: ids from the inventory, values of secrets from their store. */
export function buildResolvers({
  inventory,
  secrets = noSecrets,
}: Pick<SeedExecution, "inventory" | "secrets">): Resolvers {
  return {
    idOf: (kind, key) => inventory.idOf(kindOf(kind), key),
    secretOf: (reference) => secrets.read(reference).reveal(),
  };
}
