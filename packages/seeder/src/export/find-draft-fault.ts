import type * as z from "zod";
import { describeIssue } from "../describe-issue.ts";
import {
  buildDesiredObject,
  customFieldName,
  type DesiredObject,
  identityOf,
} from "../desired-object.ts";
import { findChanges } from "../find-changes.ts";
import type { PlacedYaml } from "../placed-yaml.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { buildFault, type Draft, type Fault } from "./draft.ts";
import type { DraftSurroundings } from "./draft-surroundings.ts";
import { findCredential } from "./find-credential.ts";
import { findReferenceFault } from "./find-reference-fault.ts";
import { listTwins } from "./list-twins.ts";

/**
 * The first thing for which an entry would not load, not plan to nothing or give a secret away, as
 * far as one object tells. Pure.
 */
export function findDraftFault(draft: Draft, surroundings: DraftSurroundings): Fault | undefined {
  const { kind, entry } = draft;
  const { data, error } = kind.schema.safeParse(entry);
  const [issue] = error?.issues ?? [];
  if (issue) {
    return describeMisfit(draft, issue);
  }
  const desired = buildDesiredObject(kind, data ?? {});
  return (
    findTwinFault(draft, surroundings) ??
    findCredential(draft) ??
    findChangeFault(draft, desired) ??
    findReferenceFault(draft, desired, surroundings)
  );
}

function describeMisfit({ kind, entry }: Draft, issue: z.core.$ZodIssue): Fault {
  const [problem] = describeIssue(issue, kind.schema, placeNowhere(entry));
  return buildFault(issue.path, problem?.message ?? issue.message);
}

function findTwinFault(draft: Draft, { inventory }: DraftSurroundings): Fault | undefined {
  const ids = listTwins(draft, inventory);
  return ids.length > 0
    ? { path: [], reason: `its name stands for ${ids.length} objects (ids ${ids.join(", ")})` }
    : undefined;
}

function findChangeFault({ kind, found }: Draft, desired: DesiredObject): Fault | undefined {
  if (desired.identity !== identityOf(kind, found.key)) {
    return { path: [], reason: `a seed file would make another of it, ${desired.key}` };
  }
  const [change] = findChanges(desired, found);
  if (change === undefined) {
    return undefined;
  }
  const name = customFieldName(change.field);
  return {
    path: name === undefined ? [change.field] : ["custom_fields", name],
    reason: `a seed file would change it to ${JSON.stringify(change.after)}`,
  };
}

/** An entry that stands in no file yet. */
function placeNowhere(entry: SeedEntry): PlacedYaml {
  const nowhere = { file: "", line: 0, column: 0 };
  return {
    name: "",
    data: entry,
    problems: [],
    positionOf: () => nowhere,
    positionOfKey: () => nowhere,
  };
}
