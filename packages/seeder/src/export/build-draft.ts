import { isSilent } from "../build-entry.ts";
import { isBuiltIn } from "../built-in-objects.ts";
import { buildDesiredObject, customFieldName } from "../desired-object.ts";
import type { NetBoxObject } from "../field-codec.ts";
import type { FoundObject } from "../inventory.ts";
import type { SeedKind } from "../seed-kind.ts";
import type { Draft, UnsaidField } from "./draft.ts";

/** What a file would say of an object, unchecked, and what no file can say of it. Pure. */
export function buildDraft(kind: SeedKind, object: NetBoxObject, found: FoundObject): Draft {
  const said = Object.entries(kind.toEntry(found.fields)).filter(([, value]) => value !== null);
  const entry = Object.fromEntries(said);
  const draft = {
    kind,
    object,
    found,
    entry,
    unsaid: [...findStrangers(kind, object), ...findNameless(kind, found)],
  };
  return isBuiltIn(kind.name, found.key)
    ? { ...draft, reason: "the seeder makes one of that name itself" }
    : draft;
}

/** Fields that point to something of a kind that they can't name. */
function findStrangers({ fields }: SeedKind, object: NetBoxObject): readonly UnsaidField[] {
  const codecs = Object.entries(fields);
  const isRead = (name: string): boolean =>
    codecs.some(([, codec]) => codec.names.includes(name) && codec.read(object) !== null);
  const lost = codecs.flatMap(([field, { names }]) => {
    const type = names.find((name) => typeof object[name] === "string" && !isRead(name));
    return type === undefined || object[type] === "" ? [] : [{ field, type }];
  });
  // Several fields may read the same: the first one speaks for all.
  const first = new Map(lost.toReversed().map((one) => [one.type, one]));
  return [...first.values()].map(({ field, type }) => ({
    field,
    reason: `is a ${String(object[type])}, which seed files can't name here`,
  }));
}

/** Custom fields that hold objects. */
function findNameless(kind: SeedKind, { fields }: FoundObject): readonly UnsaidField[] {
  const { fields: said } = buildDesiredObject(kind, kind.toEntry(fields));
  return Object.entries(fields).flatMap(([field, value]) =>
    customFieldName(field) === undefined || field in said || isSilent(value)
      ? []
      : [{ field, reason: "holds objects, which seed files can't name here" }],
  );
}
