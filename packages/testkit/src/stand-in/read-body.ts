import { checkUniqueCustomFields } from "./custom-field-values.ts";
import { errorSentences } from "./error-sentences.ts";
import { errorTexts } from "./error-texts.ts";
import type { Field, Place } from "./kind.ts";
import { FieldRefusal, Refusal } from "./refusal.ts";
import { refuseTwin } from "./refuse-twin.ts";
import type { Row } from "./store.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Turns a request body into the values of an object: a new one, or the one before with what
 * changes. A field that the kind does not have is dropped without a word. Throws a `Refusal`
 * with the dictionary of all bad fields.
 */
export function readBody(body: unknown, place: Place, before?: Row): Values {
  if (typeof body === "string") {
    throw new Refusal(400, { non_field_errors: [errorTexts.notADictionary] });
  }
  const sent = (body ?? {}) as Values;
  const problems: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(place.kind.fields)) {
    try {
      values[name] = readField(field, sent[name], { place, stored: before?.values[name] });
    } catch (error) {
      problems[name] = problemOf(error);
    }
  }
  refuseIfAny({ ...findTaken(values, place, before), ...problems });
  const checked = { values, ...(before ? { id: before.id } : {}) };
  place.kind.check?.(checked, place);
  checkUniqueCustomFields(checked, place);
  refuseTwin(checked, place);
  return place.kind.complete?.(values, place) ?? values;
}

interface Reading {
  readonly place: Place;
  /** The value there is; undefined for a new object. */
  readonly stored: unknown;
}

function readField(field: Field, sent: unknown, { place, stored }: Reading): unknown {
  if (!field.isReadOnly && sent !== undefined) {
    const current = stored === undefined ? field.initial : stored;
    return field.parse ? field.parse(sent, place, current) : sent;
  }
  if (stored !== undefined) {
    return stored;
  }
  if (field.isRequired) {
    throw new FieldRefusal(errorTexts.required);
  }
  return field.generate ? field.generate(place) : field.initial;
}

function problemOf(error: unknown): unknown {
  if (error instanceof FieldRefusal) {
    return error.problem;
  }
  throw error;
}

/** What a unique index says about the values, where another object has them already. */
export function findTaken(values: Values, { store, kind }: Place, before?: Row): Values {
  const fields = Object.entries(kind.unique ?? {});
  const others =
    fields.length === 0 ? [] : store.rows(kind.path).filter(({ id }) => id !== before?.id);
  const taken = fields.filter(([field]) =>
    others.some((row) => row.values[field] === values[field]),
  );
  return Object.fromEntries(
    taken.map(([field, word]) => [field, [errorSentences.exists(kind.noun, word)]]),
  );
}

function refuseIfAny(problems: Values): void {
  if (Object.keys(problems).length > 0) {
    throw new Refusal(400, problems);
  }
}
