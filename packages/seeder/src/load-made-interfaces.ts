import { kindOf } from "./kinds.ts";
import { readOptions } from "./read-options.ts";
import type { GroupRun, SeedExecution } from "./seed-execution.ts";
import type { SeedOperation } from "./seed-operation.ts";
import { splitIds } from "./split-ids.ts";

/**
 * Of the interfaces that a plan makes those that are there already, because NetBox made them along
 * with their device from the templates of its type; the inventory learns them. Only devices that
 * this run made are looked at.
 */
export async function loadMadeInterfaces(
  group: readonly SeedOperation[],
  { client, inventory }: SeedExecution,
  { madeDevices }: Pick<GroupRun, "madeDevices">,
): Promise<ReadonlySet<SeedOperation>> {
  const deviceOf = (operation: SeedOperation): number | undefined =>
    operation.action === "create" && operation.kind === "interface"
      ? inventory.idOf(kindOf("device"), operation.after["device"] as string)
      : undefined;
  const made = group.filter((operation) => madeDevices.has(deviceOf(operation) ?? 0));
  const ids = new Set(made.map((operation) => deviceOf(operation) ?? 0));
  const kind = kindOf("interface");
  const endpoint = kind.endpoint(client);
  for (const part of splitIds([...ids])) {
    const objects = await endpoint.list({ device_id: part }, readOptions(kind, client));
    for (const object of objects) {
      inventory.add(kind, object);
    }
  }
  return new Set(made.filter(({ key }) => inventory.findByKey("interface", key).length > 0));
}
