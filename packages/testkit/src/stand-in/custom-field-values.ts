import { errorSentences } from "./error-sentences.ts";
import type { Field, Place } from "./kind.ts";
import { Refusal } from "./refusal.ts";
import type { Row } from "./store.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The values of custom fields. What is sent is merged into what is there; a name that nobody
 * defined for the kind is lost with a success, as 4.5 does. Every defined one is answered.
 */
export const customFieldValues: Field = {
  initial: {},
  parse: (sent, place, before) => {
    const definitions = definitionsFor(place);
    const known = definitions.filter(({ values }) => nameOf(values) in (sent as Values));
    for (const { values } of known) {
      checkValue(values, (sent as Values)[nameOf(values)]);
    }
    const merged = known.map(({ values }) => [nameOf(values), (sent as Values)[nameOf(values)]]);
    return { ...(before as Values), ...(Object.fromEntries(merged) as Values) };
  },
  render: (stored, place) => {
    const names = definitionsFor(place).map(({ values }) => nameOf(values));
    return Object.fromEntries(names.map((name) => [name, (stored as Values)[name] ?? null]));
  },
};

function definitionsFor({ store, kind }: Place): readonly Row[] {
  return store
    .rows("extras/custom-fields/")
    .filter(({ values }) =>
      (values["object_types"] as readonly string[]).includes(kind.objectType),
    );
}

function nameOf({ name }: Row["values"]): string {
  return String(name);
}

function checkValue(definition: Row["values"], value: unknown): void {
  if (definition["type"] === "integer" && value !== null && !Number.isInteger(value)) {
    throw new Refusal(400, { __all__: [errorSentences.notAnInteger(nameOf(definition))] });
  }
}
