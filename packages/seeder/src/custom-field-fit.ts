import type { Json } from "@multipass-netbox/core";
import { suggestWord } from "@multipass-netbox/netbox-client";
import * as z from "zod";
import type { DesiredObject } from "./desired-object.ts";
import type { SeedIndex } from "./seed-index.ts";
import { textOf } from "./text-of.ts";

/** Why a value can't be one of a custom field, or undefined. Pure. */
export function findMisfit(
  definition: DesiredObject,
  value: Json,
  index: SeedIndex,
): string | undefined {
  const type = textOf(definition, "type") ?? "";
  if (value === null) {
    return undefined;
  }
  if (!(fits[type] ?? isAnything)(value)) {
    return `is no ${type}, as its definition wants${adviseOn(type, value)}`;
  }
  return findUnknownChoice(value, choicesOf(definition, index));
}

function adviseOn(type: string, value: Json): string {
  if (type === "datetime") {
    return "; write it as 2026-01-31T10:00:00Z";
  }
  return isScalar(value) && fits[type] === isText ? "; write it in quotes" : "";
}

/** What there is to choose from; undefined where that can't be told from the files. */
function choicesOf(definition: DesiredObject, index: SeedIndex): readonly string[] | undefined {
  const name = textOf(definition, "choice_set");
  const set = name === undefined ? undefined : index.find("custom-field-choice-set", name);
  return set === undefined || textOf(set, "base_choices") !== undefined
    ? undefined
    : (set.entry["extra_choices"] as readonly (readonly [string, string])[]).map(([one]) => one);
}

function findUnknownChoice(
  value: Json,
  choices: readonly string[] | undefined,
): string | undefined {
  const chosen = [value].flat().filter((one) => isText(one));
  const unknown = choices && chosen.find((one) => !choices.includes(one));
  return unknown === undefined
    ? undefined
    : `"${unknown}" is none of its choices${suggestWord(unknown, choices ?? [])}`;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isScalar = (value: Json): boolean => typeof value === "number" || typeof value === "boolean";
const isAnything = (): boolean => true;

// NetBox takes more, and answers all of it in this one form: the others would differ for ever.
const datetime = z.iso
  .datetime({ offset: true, local: true })
  .regex(/T\d\d:\d\d:\d\d(?!\.0{6})(?:\.\d{6})?(?![+-]00:00)(?:Z|[+-]\d\d:\d\d)?$/);

const fits: Readonly<Record<string, (value: Json) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  datetime: (value) => datetime.safeParse(value).success,
  date: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value),
  decimal: (value) => typeof value === "number",
  // A larger one has already lost digits.
  integer: (value) => Number.isSafeInteger(value),
  longtext: isText,
  multiselect: (value) => Array.isArray(value) && value.every(isText),
  select: isText,
  text: isText,
  url: (value) => isText(value) && URL.canParse(value),
};
