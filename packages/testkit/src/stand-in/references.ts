import { errorSentences } from "./error-sentences.ts";
import type { Field, Kind, Place } from "./kind.ts";
import { FieldRefusal, NotModelled } from "./refusal.ts";
import { renderBrief } from "./render-object.ts";
import type { Row } from "./store.ts";

/** The kind of what is shown, and the fields to show instead of its usual brief form. */
interface Shown {
  readonly path: string;
  readonly brief?: readonly string[] | undefined;
}

/** A field that points to one other object: written as an id or attributes, answered in brief. */
export function reference(path: string, isRequired?: true): Field {
  return {
    initial: null,
    ...(isRequired ? { isRequired } : {}),
    parse: (sent, place) =>
      sent === null && !isRequired ? null : findReferenced(path, sent, place).id,
    render: (stored, place) => renderReferenced(stored, place, { path }),
  };
}

/** A field that points to several objects, in another brief form where one is given. */
export function references(path: string, brief?: readonly string[]): Field {
  return {
    initial: [],
    parse: (sent, place) =>
      (sent as readonly unknown[]).map((item) => findReferenced(path, item, place).id),
    render: (stored, place) =>
      (stored as readonly number[]).map((id) => renderReferenced(id, place, { path, brief })),
  };
}

function findReferenced(path: string, sent: unknown, { store }: Place): Row {
  if (typeof sent === "number") {
    const row = store.get(path, sent);
    return row ?? refuse(new FieldRefusal(errorSentences.noSuchId(sent)));
  }
  if (typeof sent !== "object" || sent === null) {
    throw new NotModelled(`a reference written as ${JSON.stringify(sent)}`);
  }
  const attributes = sent as Readonly<Record<string, unknown>>;
  const [found, second] = store.rows(path).filter(({ values }) => fits(values, attributes));
  if (second) {
    throw new NotModelled("a reference by attributes that fit several objects");
  }
  return found ?? refuse(new FieldRefusal(errorSentences.noSuchAttributes(attributes)));
}

function fits(values: Row["values"], attributes: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(attributes).every(([name, value]) => values[name] === value);
}

function renderReferenced(id: unknown, place: Place, { path, brief }: Shown): unknown {
  const kind = place.kinds.find((candidate) => candidate.path === path) as Kind;
  const row = typeof id === "number" ? place.store.get(path, id) : undefined;
  return row ? renderBrief(row, { ...place, kind }, brief) : null;
}

function refuse(error: Error): never {
  throw error;
}
