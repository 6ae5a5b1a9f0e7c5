import { forgetCustomField } from "../custom-field-values.ts";
import { errorTexts } from "../error-texts.ts";
import { choice, computed, constant, each, plain, required } from "../fields.ts";
import { booleanFilters, choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Kind } from "../kind.ts";
import { objectTypes } from "../object-types-field.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { same } from "../text.ts";
import { uniqueWords } from "./standard-fields.ts";

const types = {
  text: { en: "Text", fr: "Texte" },
  longtext: { en: "Text (long)", fr: "Texte (long)" },
  integer: { en: "Integer", fr: "Entier" },
  decimal: { en: "Decimal", fr: "Décimal" },
  boolean: { en: "Boolean (true/false)", fr: "Booléen (vrai/faux)" },
  date: same("Date"),
  datetime: { en: "Date & time", fr: "Date et heure" },
  url: same("URL"),
  json: same("JSON"),
  select: { en: "Selection", fr: "Sélection" },
  multiselect: { en: "Multiple selection", fr: "Sélection multiple" },
};

const dataTypes: Readonly<Record<string, string>> = {
  integer: "integer",
  decimal: "decimal",
  boolean: "boolean",
  json: "object",
  multiselect: "array",
};

const filterLogics = {
  disabled: { en: "Disabled", fr: "Désactivé" },
  loose: { en: "Loose", fr: "Relaxé" },
  exact: same("Exact"),
};
const hiddenLabel = { en: "Hidden", fr: "Caché" };
const visibilities = {
  always: { en: "Always", fr: "Toujours" },
  "if-set": { en: "If set", fr: "Si défini" },
  hidden: hiddenLabel,
};
const editabilities = {
  yes: { en: "Yes", fr: "Oui" },
  no: { en: "No", fr: "Non" },
  hidden: hiddenLabel,
};

/** `extras/custom-fields`, of the types that seed files may hold. */
export const customFieldKind: Kind = {
  path: "extras/custom-fields/",
  objectType: "extras.customfield",
  model: "CustomField",
  noun: { en: "custom field", fr: "champ personnalisé" },
  fields: {
    object_types: { ...objectTypes, isRequired: true },
    type: { ...choice(types, null), isRequired: true },
    related_object_type: constant(null),
    data_type: computed((_, __, { values }) => dataTypes[String(values["type"])] ?? "string"),
    name: required,
    label: plain(""),
    group_name: plain(""),
    description: plain(""),
    required: constant(false),
    unique: plain(false),
    search_weight: plain(1000),
    filter_logic: choice(filterLogics, "loose"),
    ui_visible: choice(visibilities, "always"),
    ui_editable: choice(editabilities, "yes"),
    is_cloneable: plain(false),
    weight: plain(100),
    ...each(constant(null), "default", "related_object_filter"),
    ...each(constant(null), "validation_minimum", "validation_maximum"),
    validation_regex: constant(""),
    choice_set: reference("extras/custom-field-choice-sets/"),
    owner: constant(null),
    comments: plain(""),
  },
  brief: ["name", "description"],
  display: ({ values: { name, label } }) =>
    label === "" ? capitalize(String(name)) : String(label),
  order: ({ values }) => [
    String(values["group_name"]),
    Number(values["weight"]),
    String(values["name"]),
  ],
  filters: {
    ...textFilters("name", "label", "group_name", "description"),
    ...choiceFilters("type", "filter_logic", "ui_visible", "ui_editable"),
    ...booleanFilters("unique"),
    ...pointingFilters("choice_set", { path: "extras/custom-field-choice-sets/", key: "name" }),
    object_type: typeFilter("object_types"),
    q: searchFilter("name", "label", "group_name", "description", "comments"),
  },
  unique: { name: uniqueWords.name },
  check: ({ values }) => {
    checkChoiceSet(values);
  },
  afterDelete: forgetCustomField,
};

function checkChoiceSet({ type, choice_set: choiceSet }: Row["values"]): void {
  const isSelection = type === "select" || type === "multiselect";
  if (isSelection && choiceSet === null) {
    throw new Refusal(400, { choice_set: [errorTexts.choiceSetMissing] });
  }
  if (!isSelection && choiceSet !== null) {
    throw new NotModelled(`a choice set for a custom field of the type ${String(type)}`);
  }
}

function capitalize(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
