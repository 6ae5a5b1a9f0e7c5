import type { Allowance } from "./allowances.ts";
import { checkInterfaceTenants } from "./check-interface-tenants.ts";
import { checkMasks } from "./check-masks.ts";
import { checkOutsidePrefixes } from "./check-outside-prefixes.ts";
import { checkPrefixTenants } from "./check-prefix-tenants.ts";
import { checkPublishedPorts } from "./check-published-ports.ts";
import type { DesiredObject } from "./desired-object.ts";
import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import type { PrefixIndex } from "./prefix-index.ts";
import type { SeedIndex } from "./seed-index.ts";

/** What the rules look at. */
export interface RuledSeed {
  readonly objects: readonly DesiredObject[];
  readonly index: SeedIndex;
  readonly prefixes: PrefixIndex;
  /** None where a prefix can't be read. */
  readonly addresses: readonly PlacedAddress[];
}

const rules: Readonly<Record<Allowance, (seed: RuledSeed) => readonly Problem[]>> = {
  "addresses-outside-prefixes": ({ addresses, prefixes }) =>
    checkOutsidePrefixes(addresses, prefixes),
  "other-masks": ({ addresses }) => checkMasks(addresses),
  "shared-ports": ({ objects }) => checkPublishedPorts(objects),
  "other-tenants": ({ objects, index, addresses }) => [
    ...checkInterfaceTenants(objects, index),
    ...checkPrefixTenants(addresses),
  ],
};

/** What breaks our own rules, but for those that are switched off. Pure. */
export function checkRules(seed: RuledSeed, allowed: ReadonlySet<Allowance>): readonly Problem[] {
  return Object.entries(rules)
    .filter(([name]) => !allowed.has(name as Allowance))
    .flatMap(([, check]) => check(seed));
}
