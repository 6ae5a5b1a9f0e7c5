import { checkUniqueCustomFields } from "./custom-field-values.ts";
import type { Place } from "./kind.ts";
import { findTaken, readBody } from "./read-body.ts";
import { NotModelled, Refusal, serverError } from "./refusal.ts";
import { findTwinFields } from "./refuse-twin.ts";
import type { Row } from "./store.ts";
import { insertRow, messageIn } from "./write-row.ts";

/**
 * Makes all objects of one POST or none. Most kinds check every body before they make the
 * first object and answer a list aligned with the request; devices go one by one and answer
 * what is wrong with the first bad one.
 */
export function createObjects(bodies: readonly unknown[], place: Place): readonly Row[] {
  return place.store.transaction(() => {
    if (place.kind.isMadeOneByOne) {
      return bodies.map((body) => createObject(body, place));
    }
    const read = bodies.map((body) => attempt(() => readBody(body, place)));
    if (read.some(({ problems }) => problems)) {
      throw new Refusal(
        400,
        read.map(({ problems }) => problems ?? {}),
      );
    }
    return read.map(({ value }, index) => insertOnce(value ?? {}, place, messageIn(bodies[index])));
  });
}

/** Makes one object; what is wrong with it is not in a list. */
export function createObject(body: unknown, place: Place): Row {
  return insertRow(readBody(body, place), place, messageIn(body));
}

// Bodies are checked before the first is made, so two equal ones only meet here.
function insertOnce(values: Row["values"], place: Place, message: string): Row {
  const { kind } = place;
  const [field] = Object.keys(findTaken(values, place));
  const fields = field === undefined ? findTwinFields({ values }, place) : [field];
  if (fields) {
    place.store.drawId(kind.path);
    throw violation(kind.objectType, fields, values);
  }
  const { problems } = attempt(() => {
    kind.check?.({ values }, place);
    checkUniqueCustomFields({ values }, place);
  });
  if (problems) {
    throw new NotModelled(`two equal objects in one bulk request to ${kind.path}`);
  }
  return insertRow(values, place, message);
}

function violation(objectType: string, fields: readonly string[], values: Row["values"]): Refusal {
  const index = `${objectType.replace(".", "_")}_${fields.join("_")}_key`;
  const key = fields.map((field) => String(values[field])).join(", ");
  return serverError(
    "IntegrityError",
    `duplicate key value violates unique constraint "${index}"\nDETAIL:  Key (${fields.join(", ")})=(${key}) already exists.`,
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
