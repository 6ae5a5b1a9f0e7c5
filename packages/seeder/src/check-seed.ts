import { suggestWord } from "@multipass-netbox/netbox-client";
import { checkCustomFields } from "./check-custom-fields.ts";
import { checkPrimaryAddresses } from "./check-primary-addresses.ts";
import { type DesiredObject, identityOf } from "./desired-object.ts";
import type { KindName } from "./kind-name.ts";
import { kindOf } from "./kinds.ts";
import type { Problem } from "./position.ts";
import type { PlacedEntry } from "./seed-entries.ts";
import { placeOf, problemAt } from "./seed-problem.ts";

/**
 * What is wrong with objects that each fit their schema: the same one twice, a reference to
 * nothing, a custom field that no file defines, an address that can't be primary. An entry that
 * does not fit its schema still counts as there, so that one mistake is not reported twice. Pure.
 */
export function checkSeed(
  objects: readonly DesiredObject[],
  broken: readonly PlacedEntry[],
): readonly Problem[] {
  const keys = listKeys(objects, broken);
  return [
    ...findTwins(objects, ({ identity }) => identity, "is already"),
    ...findTwins(distinct(objects), uniqueValues, "has the same name as the one"),
    ...objects.flatMap((object) => findDanglingReferences(object, keys)),
    ...checkCustomFields(objects, listKeys([], broken)("custom-field")),
    ...checkPrimaryAddresses(objects),
  ];
}

type KeysOf = (kind: KindName) => readonly string[];

function listKeys(objects: readonly DesiredObject[], broken: readonly PlacedEntry[]): KeysOf {
  return (wanted) => [
    ...objects.filter(({ kind }) => kind === wanted).map(({ key }) => key),
    ...broken
      .filter(({ kind }) => kind.name === wanted)
      .map(({ kind, entry }) => kind.entryKey(entry)),
  ];
}

function distinct(objects: readonly DesiredObject[]): readonly DesiredObject[] {
  const named = objects.map((object) => [`${object.kind} ${object.identity}`, object] as const);
  return [...new Map(named.toReversed()).values()].toReversed();
}

type Tell = (object: DesiredObject) => string | undefined;

function findTwins(
  objects: readonly DesiredObject[],
  tell: Tell,
  complaint: string,
): readonly Problem[] {
  const first = new Map<string, DesiredObject>();
  return objects.flatMap((object) => {
    const told = tell(object);
    const name = `${object.kind} ${told}`;
    const earlier = first.get(name);
    first.set(name, earlier ?? object);
    const message = `${object.kind} ${object.key} ${complaint}`;
    return told === undefined || earlier === undefined
      ? []
      : [problemAt(object, [], `${message} ${placeOf(earlier)}`)];
  });
}

function uniqueValues({ kind, fields }: DesiredObject): string | undefined {
  const names = kindOf(kind).uniqueTogether;
  return names && JSON.stringify(names.map((name) => fields[name] ?? null)).toLowerCase();
}

function findDanglingReferences(object: DesiredObject, keys: KeysOf): readonly Problem[] {
  return Object.entries(kindOf(object.kind).fields).flatMap(([field, { references }]) => {
    const key = object.fields[field];
    if (references === undefined || typeof key !== "string") {
      return [];
    }
    const known = keys(references);
    const kind = kindOf(references);
    const isKnown = known.some(
      (candidate) => identityOf(kind, candidate) === identityOf(kind, key),
    );
    const message = `${field}: no ${references} "${key}" in the seed files`;
    return isKnown ? [] : [problemAt(object, [field], `${message}${suggestWord(key, known)}`)];
  });
}
