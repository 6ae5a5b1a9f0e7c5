import { errorSentences } from "./error-sentences.ts";
import type { Place } from "./kind.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import type { Row } from "./store.ts";
import { inLanguage, type Text } from "./text.ts";

/** Refuses a value that is not of the type of its custom field. */
export function checkCustomFieldValue(
  definition: Row["values"],
  value: unknown,
  place: Place,
): void {
  if (value === null || value === "") {
    return;
  }
  const problem = findProblem(definition, value, place);
  if (problem) {
    throw new Refusal(400, { __all__: [problem] });
  }
  if (!isOfType[String(definition["type"])]?.(value)) {
    const field = `the ${String(definition["type"])} custom field ${String(definition["name"])}`;
    throw new NotModelled(`writing ${JSON.stringify(value)} into ${field}`);
  }
}

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: isText,
  longtext: isText,
  url: isText,
  integer: Number.isInteger,
  decimal: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  date: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(String(value)),
  datetime: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  json: () => true,
  select: isText,
  multiselect: Array.isArray,
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function findProblem(
  { type, name, choice_set: choiceSetId }: Row["values"],
  value: unknown,
  { store, kinds }: Place,
): Text | undefined {
  if (type === "integer" && !Number.isInteger(value)) {
    return errorSentences.notAnInteger(String(name));
  }
  const path = "extras/custom-field-choice-sets/";
  const choiceSet = store.get(path, Number(choiceSetId));
  const kind = kinds.find((candidate) => candidate.path === path);
  if (!choiceSet || !kind) {
    return undefined;
  }
  const choices = choiceSet.values["extra_choices"] as readonly (readonly unknown[])[];
  const known = new Set(choices.map(([choice]) => choice));
  const title = inLanguage(kind.display(choiceSet), "en");
  if (type === "select" && !known.has(value)) {
    return errorSentences.notInChoiceSet(String(name), value, title);
  }
  return [value].flat().every((item) => known.has(item))
    ? undefined
    : errorSentences.notAllInChoiceSet(String(name), value, title);
}
