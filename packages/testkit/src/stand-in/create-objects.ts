import type { Place } from "./kind.ts";
import { findTaken, readBody } from "./read-body.ts";
import { NotModelled, Refusal, serverError } from "./refusal.ts";
import type { Row } from "./store.ts";

/**
 * Makes all objects of one POST or none. Most kinds check every body before they make the
 * first object and answer a list aligned with the request; devices go one by one and answer
 * what is wrong with the first bad one.
 */
export function createObjects(bodies: readonly unknown[], place: Place): readonly Row[] {
  const { store, kind } = place;
  return store.transaction(() => {
    if (kind.isMadeOneByOne) {
      return bodies.map((body) => createObject(body, place));
    }
    const read = bodies.map((body) => attempt(() => readBody(body, place)));
    if (read.some(({ problems }) => problems)) {
      throw new Refusal(
        400,
        read.map(({ problems }) => problems ?? {}),
      );
    }
    return read.map(({ value }) => insertOnce(value ?? {}, place));
  });
}

/** Makes one object; what is wrong with it is not in a list. */
export function createObject(body: unknown, place: Place): Row {
  return place.store.insert(place.kind.path, readBody(body, place));
}

// Bodies are checked before the first is made, so two equal ones only meet here.
function insertOnce(values: Row["values"], place: Place): Row {
  const { store, kind } = place;
  const row = store.insert(kind.path, values);
  const [field] = Object.keys(findTaken(values, place, row));
  if (field !== undefined) {
    throw violation(kind.objectType, field, values[field]);
  }
  const { problems } = attempt(() => {
    kind.check?.(row, place);
  });
  if (problems) {
    throw new NotModelled(`two equal objects in one bulk request to ${kind.path}`);
  }
  return row;
}

function violation(objectType: string, field: string, value: unknown): Refusal {
  const index = `${objectType.replace(".", "_")}_${field}_key`;
  return serverError(
    "IntegrityError",
    `duplicate key value violates unique constraint "${index}"\nDETAIL:  Key (${field})=(${String(value)}) already exists.`,
  );
}

interface Attempt<T> {
  readonly value?: T;
  readonly problems?: unknown;
}

function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof Refusal && error.answer.status === 400) {
      return { problems: error.answer.body };
    }
    throw error;
  }
}
