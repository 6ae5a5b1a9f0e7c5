import type { DesiredObject } from "./desired-object.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";

const fields: Readonly<Record<string, string>> = { prefix: "prefix", "ip-address": "address" };

/** Prefixes and addresses with a mask of /0: NetBox refuses them. Pure. */
export function checkZeroMasks(objects: readonly DesiredObject[]): readonly Problem[] {
  return objects.flatMap((object) => {
    const field = fields[object.kind];
    return field !== undefined && object.key.endsWith("/0")
      ? [problemAt(object, [field], `${field}: NetBox takes no mask of /0`)]
      : [];
  });
}
