import * as z from "zod";
import type { PlacedYaml } from "./placed-yaml.ts";

/** What NetBox takes and the seeder does not, unless the seed files allow it. */
export const allowances = [
  "addresses-outside-prefixes",
  "other-masks",
  "shared-ports",
  "other-tenants",
] as const;

/** A rule of ours, by the word that switches it off. */
export type Allowance = (typeof allowances)[number];

/** The list `allow` of a seed file. */
export const allowList = z.array(z.enum(allowances));

/**
 * What the files allow, each for all of them. A list that can't be read may have meant anything:
 * it is said once, and not again of every object. Pure.
 */
export function readAllowances(files: readonly PlacedYaml[]): ReadonlySet<Allowance> {
  return new Set(files.flatMap(allowancesIn));
}

function allowancesIn({ data }: PlacedYaml): readonly Allowance[] {
  const list = (data as { readonly allow?: unknown } | null | undefined)?.allow;
  const { success, data: read } = allowList.optional().safeParse(list);
  return success ? (read ?? []) : allowances;
}
