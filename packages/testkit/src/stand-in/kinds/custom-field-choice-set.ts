import { computed, constant, plain, required } from "../fields.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Field, Kind } from "../kind.ts";
import { NotModelled } from "../refusal.ts";
import { same } from "../text.ts";
import { displayName, orderByName, uniqueWords } from "./standard-fields.ts";

const extraChoices: Field = {
  ...required,
  parse: (sent) => {
    const pairs = Array.isArray(sent) ? (sent as readonly unknown[]) : [];
    const areTexts = pairs.every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string"),
    );
    if (pairs.length === 0 || !areTexts) {
      throw new NotModelled(`the choices ${JSON.stringify(sent)}`);
    }
    return sent;
  },
};

/**
 * `extras/custom-field-choice-sets`. Not recorded for 4.5.2: the fields are those of its OpenAPI
 * document, the pages those recorded for 4.7.3.
 */
export const customFieldChoiceSetKind: Kind = {
  path: "extras/custom-field-choice-sets/",
  pages: "extras/custom-field-choices/",
  objectType: "extras.customfieldchoiceset",
  model: "CustomFieldChoiceSet",
  noun: same("custom field choice set"),
  fields: {
    name: required,
    description: plain(""),
    base_choices: constant(null),
    extra_choices: extraChoices,
    order_alphabetically: constant(false),
    choices_count: computed((_, __, { values }) => (values["extra_choices"] as unknown[]).length),
    owner: constant(null),
  },
  brief: ["name", "description", "choices_count"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    q: searchFilter("name", "description"),
  },
  unique: { name: uniqueWords.name },
};
