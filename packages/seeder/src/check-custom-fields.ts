import type { Json } from "@multipass-netbox/core";
import { suggestWord } from "@multipass-netbox/netbox-client";
import { findMisfit } from "./custom-field-fit.ts";
import { customFieldName, type DesiredObject } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { Problem } from "./position.ts";
import type { SeedIndex } from "./seed-index.ts";
import { problemAt } from "./seed-problem.ts";

/**
 * Values of custom fields that no file defines for that kind, or that don't fit the type of
 * the definition. One whose definition does not fit its own schema is let pass. Pure.
 */
export function checkCustomFields(
  objects: readonly DesiredObject[],
  index: SeedIndex,
): readonly Problem[] {
  const definitions = objects.filter(({ kind }) => kind === "custom-field");
  return objects.flatMap((object) =>
    valuesOf(object)
      .filter(({ name }) => isReadable(name, index))
      .flatMap(({ name, value }) => {
        const definition = index.find("custom-field", name);
        const message =
          definition && appliesTo(definition, object)
            ? describeMisfit(definition, value, index)
            : describeUnknown(name, object, definitions);
        return message === undefined ? [] : [problemAt(object, ["custom_fields", name], message)];
      }),
  );
}

interface CustomValue {
  readonly name: string;
  readonly value: Json;
}

function valuesOf({ fields }: DesiredObject): readonly CustomValue[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const name = customFieldName(field);
    return name === undefined ? [] : [{ name, value }];
  });
}

function isReadable(name: string, index: SeedIndex): boolean {
  return index.find("custom-field", name) !== undefined || !index.has("custom-field", name);
}

function appliesTo({ fields }: DesiredObject, { kind }: DesiredObject): boolean {
  return (fields["object_types"] as readonly string[]).includes(kindOf(kind).objectType);
}

function describeMisfit(
  definition: DesiredObject,
  value: Json,
  index: SeedIndex,
): string | undefined {
  const misfit = findMisfit(definition, value, index);
  return misfit === undefined ? undefined : `${definition.key}: ${misfit}`;
}

function describeUnknown(
  name: string,
  object: DesiredObject,
  definitions: readonly DesiredObject[],
): string {
  const fitting = definitions.filter((definition) => appliesTo(definition, object));
  const known = fitting.map(({ key }) => key).toSorted();
  return `no custom field "${name}" for this kind in the seed files${suggestWord(name, known)}`;
}
