import { kindOf } from "../kinds.ts";
import type { FoundKind } from "../load-everything.ts";
import type { Draft } from "./draft.ts";
import type { Omission } from "./omission.ts";

/** What was found and is not said, kind by kind as it was found, each by key. Pure. */
export function listOmissions(
  found: readonly FoundKind[],
  drafts: readonly Draft[],
): readonly Omission[] {
  const byKind = Map.groupBy(drafts, ({ kind }) => kind.name);
  return found.flatMap((kind) =>
    [...omitOutside(kind), ...(byKind.get(kind.kind) ?? []).flatMap(omitUnsaid)].toSorted(byKey),
  );
}

function omitOutside({ kind, outside }: FoundKind): readonly Omission[] {
  const within = Object.entries(kindOf(kind).within ?? {}).map(
    ([name, value]) => `${name}=${String(value)}`,
  );
  const reason = `seed files describe only those with ${within.join(", ")}`;
  return outside.map(({ id, display }) => ({ kind, key: String(display), id: Number(id), reason }));
}

function omitUnsaid({ kind, found, reason, unsaid }: Draft): readonly Omission[] {
  const what = { kind: kind.name, key: found.key, id: found.id };
  return reason === undefined
    ? unsaid.map((field) => ({ ...what, ...field }))
    : [{ ...what, reason }];
}

function byKey(a: Omission, b: Omission): number {
  if (a.key === b.key) {
    return a.id - b.id;
  }
  return a.key < b.key ? -1 : 1;
}
