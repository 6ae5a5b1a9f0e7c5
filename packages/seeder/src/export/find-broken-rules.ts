import { type Allowance, allowances } from "../allowances.ts";
import { buildBuiltInObjects } from "../built-in-objects.ts";
import { checkSeed } from "../check-seed.ts";
import { buildDesiredObject } from "../desired-object.ts";
import type { Draft } from "./draft.ts";

/** The rules of ours that drafts break with which nothing else is wrong. Pure. */
export function findBrokenRules(drafts: readonly Draft[]): readonly Allowance[] {
  const described = drafts.map(({ kind, entry }) =>
    buildDesiredObject(kind, kind.schema.parse(entry)),
  );
  const objects = [...buildBuiltInObjects(described), ...described];
  return allowances.filter((rule) => {
    const allowed = new Set(allowances.filter((other) => other !== rule));
    return checkSeed({ objects, broken: [], isComplete: true, allowed }).length > 0;
  });
}
