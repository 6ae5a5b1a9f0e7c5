import { checkCustomFieldValue } from "./check-custom-field-value.ts";
import { errorSentences } from "./error-sentences.ts";
import type { Checked, Field, Place } from "./kind.ts";
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
    const known = customFieldsOf(place).filter(({ values }) => nameOf(values) in (sent as Values));
    for (const { values } of known) {
      checkCustomFieldValue(values, (sent as Values)[nameOf(values)], place);
    }
    const merged = known.map(({ values }) => [nameOf(values), (sent as Values)[nameOf(values)]]);
    return { ...(before as Values), ...(Object.fromEntries(merged) as Values) };
  },
  render: showAll,
  log: showAll,
};

/** The custom fields of a kind. */
export function customFieldsOf({ store, kind }: Place): readonly Row[] {
  return store
    .rows("extras/custom-fields/")
    .filter(({ values }) =>
      (values["object_types"] as readonly string[]).includes(kind.objectType),
    );
}

/** Refuses a value that another object has in a custom field that is `unique` (not recorded). */
export function checkUniqueCustomFields({ id, values }: Checked, place: Place): void {
  const own = valuesIn(values);
  for (const definition of customFieldsOf(place).filter((field) => field.values["unique"])) {
    const name = nameOf(definition.values);
    const isTaken = place.store
      .rows(place.kind.path)
      .some((row) => row.id !== id && valuesIn(row.values)[name] === own[name]);
    if (!isEmpty(own[name]) && isTaken) {
      throw new Refusal(400, { __all__: [errorSentences.notUnique(name)] });
    }
  }
}

/** Removes the values of a custom field that is gone, which NetBox does not log. */
export function forgetCustomField({ values }: Row, { store, kinds }: Place): void {
  const name = nameOf(values);
  for (const { path } of kinds.filter(({ fields }) => "custom_fields" in fields)) {
    for (const row of store.rows(path).filter((holder) => name in valuesIn(holder.values))) {
      const { [name]: _gone, ...others } = valuesIn(row.values);
      store.amend(path, row, { ...row.values, custom_fields: others });
    }
  }
}

function showAll(stored: unknown, place: Place): Values {
  const names = customFieldsOf(place).map(({ values }) => nameOf(values));
  return Object.fromEntries(names.map((name) => [name, (stored as Values)[name] ?? null]));
}

function valuesIn(values: Values): Values {
  return (values["custom_fields"] ?? {}) as Values;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function nameOf({ name }: Row["values"]): string {
  return String(name);
}
