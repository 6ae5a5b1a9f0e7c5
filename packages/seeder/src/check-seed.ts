import { customFieldName, type DesiredObject, identityOf } from "./desired-object.ts";
import type { KindName } from "./kind-name.ts";
import { kindOf } from "./kinds.ts";
import { suggestWord } from "./suggest-word.ts";
import { formatPosition, type Position, type Problem } from "./position.ts";
import type { PlacedEntry } from "./seed-entries.ts";

/**
 * What is wrong with objects that each fit their schema: the same one twice, a reference to
 * nothing, a custom field that no file defines for that kind. An entry that does not fit its
 * schema still counts as there, so that one mistake is not reported twice. Pure.
 */
export function checkSeed(
  objects: readonly DesiredObject[],
  broken: readonly PlacedEntry[],
): readonly Problem[] {
  const keys = listKeys(objects, broken);
  const definitions = objects.filter(({ kind }) => kind === "custom-field");
  const mayBeDefined = new Set(keys("custom-field")).difference(
    new Set(definitions.map(({ key }) => key)),
  );
  return [
    ...findDuplicates(objects),
    ...objects.flatMap((object) => findDanglingReferences(object, keys)),
    ...objects.flatMap((object) => findUndefinedCustomFields(object, definitions, mayBeDefined)),
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

function findDuplicates(objects: readonly DesiredObject[]): readonly Problem[] {
  const first = new Map<string, DesiredObject>();
  return objects.flatMap((object) => {
    const name = `${object.kind} ${object.identity}`;
    const earlier = first.get(name);
    first.set(name, earlier ?? object);
    return earlier === undefined
      ? []
      : problemAt(object, [], `${object.kind} ${object.key} is already ${placeOf(earlier)}`);
  });
}

function placeOf({ positionOf }: DesiredObject): string {
  return positionOf ? `at ${formatPosition(positionOf())}` : "made by the seeder itself";
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
    return isKnown
      ? []
      : problemAt(
          object,
          [field],
          `${field}: no ${references} "${key}" in the seed files${suggestWord(key, known)}`,
        );
  });
}

function findUndefinedCustomFields(
  object: DesiredObject,
  definitions: readonly DesiredObject[],
  mayBeDefined: ReadonlySet<string>,
): readonly Problem[] {
  const { objectType } = kindOf(object.kind);
  const known = definitions
    .filter(({ fields }) => (fields["object_types"] as readonly string[]).includes(objectType))
    .map(({ key }) => key);
  return Object.keys(object.fields).flatMap((field) => {
    const name = customFieldName(field);
    return name === undefined || known.includes(name) || mayBeDefined.has(name)
      ? []
      : problemAt(
          object,
          ["custom_fields", name],
          `no custom field "${name}" for ${objectType} in the seed files${suggestWord(name, known)}`,
        );
  });
}

const builtIn: Position = { file: "(built in)", line: 0, column: 0 };

function problemAt(
  { positionOf }: DesiredObject,
  path: readonly PropertyKey[],
  message: string,
): readonly Problem[] {
  return [{ position: positionOf?.(...path) ?? builtIn, message }];
}
