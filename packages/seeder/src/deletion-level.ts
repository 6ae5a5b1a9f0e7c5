import { deferredLevel, kindLevels } from "./kind-levels.ts";
import type { KindName } from "./kind-name.ts";

/** The level at which a kind is deleted: before all kinds that its fields point to. */
export function deletionLevel(kind: KindName): number {
  return deferredLevel - (kindLevels.get(kind) ?? 0);
}
