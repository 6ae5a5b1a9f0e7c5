import * as z from "zod";
import { describeIssue } from "./describe-issue.ts";
import { kinds } from "./kinds.ts";
import type { PlacedYaml } from "./placed-yaml.ts";
import type { Position, Problem } from "./position.ts";
import type { SeedEntry, SeedKind } from "./seed-kind.ts";
import { seedFileSchema } from "./seed-schema.ts";

/** One entry of a seed file, and where its parts stand. */
export interface PlacedEntry {
  readonly kind: SeedKind;
  readonly entry: SeedEntry;
  readonly positionOf: (...path: readonly PropertyKey[]) => Position;
}

/** What one file holds. */
export interface SeedEntries {
  /** False where the YAML itself is wrong: the file may mean more than could be read. */
  readonly isComplete: boolean;
  /** Entries that fit their schema. */
  readonly entries: readonly PlacedEntry[];
  /** Entries that don't, as far as they could be read: others may point to them. */
  readonly broken: readonly PlacedEntry[];
  readonly problems: readonly Problem[];
}

/** Checks a file against the schema of its kinds. Pure; an empty file has no entries. */
export function readEntries(file: PlacedYaml): SeedEntries {
  if (file.data === undefined) {
    return { isComplete: false, entries: [], broken: [], problems: file.problems };
  }
  const data = (file.data ?? {}) as Readonly<Record<string, unknown>>;
  const issues = seedFileSchema.safeParse(data).error?.issues ?? [];
  const placed = kinds.flatMap((kind) => placeEntries(kind, data[kind.collection], file));
  const parsed = placed.map((one) => ({ one, result: one.kind.schema.safeParse(one.entry) }));
  return {
    isComplete: file.problems.length === 0,
    entries: parsed.flatMap(({ one, result }) =>
      result.success ? [{ ...one, entry: result.data }] : [],
    ),
    broken: parsed.flatMap(({ one, result }) => (result.success ? [] : [one])),
    problems: [
      ...file.problems,
      ...issues.flatMap((issue) => describeIssue(issue, seedFileSchema, file)),
    ],
  };
}

function placeEntries(kind: SeedKind, list: unknown, file: PlacedYaml): readonly PlacedEntry[] {
  const records = z.array(z.record(z.string(), z.unknown()).catch({})).catch([]).parse(list);
  return records.map((entry, index) => ({
    kind,
    entry,
    positionOf: (...path) => file.positionOf([kind.collection, index, ...path]),
  }));
}
