import { suggestWord } from "@multipass-netbox/netbox-client";
import type { Json } from "@multipass-netbox/core";
import { customFieldName, type DesiredObject } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";

/**
 * Values of custom fields that no file defines for that kind, or that don't fit the type of
 * the definition. `unread` holds names whose definition does not fit its own schema. Pure.
 */
export function checkCustomFields(
  objects: readonly DesiredObject[],
  unread: readonly string[],
): readonly Problem[] {
  const definitions = objects.filter(({ kind }) => kind === "custom-field");
  return objects.flatMap((object) =>
    Object.entries(object.fields).flatMap(([field, value]) => {
      const name = customFieldName(field);
      const message =
        name === undefined || unread.includes(name)
          ? undefined
          : findFault(name, value, definitionsFor(object, definitions));
      return message === undefined
        ? []
        : [problemAt(object, ["custom_fields", name ?? ""], message)];
    }),
  );
}

function definitionsFor(
  { kind }: DesiredObject,
  definitions: readonly DesiredObject[],
): readonly DesiredObject[] {
  const { objectType } = kindOf(kind);
  return definitions.filter(({ fields }) =>
    (fields["object_types"] as readonly string[]).includes(objectType),
  );
}

function findFault(
  name: string,
  value: Json,
  definitions: readonly DesiredObject[],
): string | undefined {
  const definition = definitions.find(({ key }) => key === name);
  if (definition === undefined) {
    const known = definitions.map(({ key }) => key);
    return `no custom field "${name}" for this kind in the seed files${suggestWord(name, known)}`;
  }
  const type = String(definition.entry["type"]);
  return value === null || (fits[type] ?? isAnything)(value)
    ? undefined
    : `${name}: is no ${type}, as its definition wants`;
}

const isText = (value: Json): value is string => typeof value === "string";
const isAnything = (): boolean => true;

const fits: Readonly<Record<string, (value: Json) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  date: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value),
  decimal: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  longtext: isText,
  text: isText,
  url: (value) => isText(value) && URL.canParse(value),
};
