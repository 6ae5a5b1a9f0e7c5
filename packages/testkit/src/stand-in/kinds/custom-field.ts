import { errorSentences } from "../error-sentences.ts";
import { choice, computed, constant, plain, required } from "../fields.ts";
import type { Field, Kind, Place } from "../kind.ts";
import { FieldRefusal } from "../refusal.ts";
import { same } from "../text.ts";
import { uniqueWords } from "./standard-fields.ts";

const types = {
  text: { en: "Text", fr: "Texte" },
  longtext: same("Text (long)"),
  integer: { en: "Integer", fr: "Entier" },
  decimal: same("Decimal"),
  boolean: same("Boolean (true/false)"),
  date: same("Date"),
  url: same("URL"),
  json: same("JSON"),
};

const dataTypes: Readonly<Record<string, string>> = {
  integer: "integer",
  decimal: "decimal",
  boolean: "boolean",
  json: "object",
};

const objectTypes: Field = {
  ...required,
  parse: (sent, { kinds }: Place) => {
    const known = new Set(kinds.map(({ objectType }) => objectType));
    const bad = (sent as readonly string[]).find((type) => !known.has(type));
    if (bad !== undefined) {
      throw new FieldRefusal(errorSentences.badContentType(bad));
    }
    return sent;
  },
};

/** `extras/custom-fields`, of the types that seed files may hold. */
export const customFieldKind: Kind = {
  path: "extras/custom-fields/",
  objectType: "extras.customfield",
  model: "CustomField",
  fields: {
    object_types: objectTypes,
    type: { ...choice(types, null), isRequired: true },
    related_object_type: constant(null),
    data_type: computed((_, __, { values }) => dataTypes[String(values["type"])] ?? "string"),
    name: required,
    label: plain(""),
    group_name: constant(""),
    description: plain(""),
    required: constant(false),
    unique: constant(false),
    search_weight: constant(1000),
    filter_logic: choice({ loose: { en: "Loose", fr: "Relaxé" } }, "loose"),
    ui_visible: choice({ always: { en: "Always", fr: "Toujours" } }, "always"),
    ui_editable: choice({ yes: { en: "Yes", fr: "Oui" } }, "yes"),
    is_cloneable: constant(false),
    default: constant(null),
    related_object_filter: constant(null),
    weight: constant(100),
    validation_minimum: constant(null),
    validation_maximum: constant(null),
    validation_regex: constant(""),
    choice_set: constant(null),
    owner: constant(null),
    comments: plain(""),
  },
  brief: ["name", "description"],
  display: ({ name, label }) => (label === "" ? capitalize(String(name)) : String(label)),
  order: ({ values }) => [String(values["name"])],
  unique: {
    noun: { en: "custom field", fr: "champ personnalisé" },
    fields: { name: uniqueWords.name },
  },
};

function capitalize(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
