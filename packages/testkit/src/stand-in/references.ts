import { errorSentences } from "./error-sentences.ts";
import type { Field, Kind, OnDelete, Place } from "./kind.ts";
import { FieldRefusal, NotModelled } from "./refusal.ts";
import { renderBrief } from "./render-object.ts";
import type { Row } from "./store.ts";

interface ReferenceOptions {
  readonly isRequired?: true;
  /** The fields to show instead of the usual brief form. */
  readonly brief?: readonly string[];
  /** What becomes of its own object when the other is deleted. Default `protect`. */
  readonly onDelete?: OnDelete;
}

/** A field that points to one other object: written as an id or attributes, answered in brief. */
export function reference(
  path: string,
  { isRequired, brief, onDelete = "protect" }: ReferenceOptions = {},
): Field {
  return {
    initial: null,
    ...(isRequired ? { isRequired } : {}),
    parse: (sent, place) =>
      sent === null && !isRequired ? null : findReferenced(path, sent, place).id,
    render: (stored, place) => renderReferenced(stored, place, { path, brief }),
    pointer: {
      pointsTo: (stored, { kind, row }) => kind.path === path && stored === row.id,
      onDelete: () => onDelete,
      clear: () => null,
    },
  };
}

interface ListOptions {
  /** The fields to show instead of the usual brief form. */
  readonly brief?: readonly string[];
  /** Taken by attributes as well. Only tags are. */
  readonly byAttributes?: true;
  /** Default `clear`. */
  readonly onDelete?: OnDelete;
}

/** A field that points to several objects. */
export function references(
  path: string,
  { brief, byAttributes, onDelete = "clear" }: ListOptions = {},
): Field {
  return {
    initial: [],
    parse: (sent, place) =>
      listIn(sent, path).map((item) => {
        if (!byAttributes && typeof item !== "number") {
          throw new NotModelled(`one of ${path} written as ${JSON.stringify(item)}`);
        }
        return findReferenced(path, item, place).id;
      }),
    render: (stored, place) =>
      (stored as readonly number[]).map((id) => renderReferenced(id, place, { path, brief })),
    pointer: {
      pointsTo: (stored, { kind, row }) =>
        kind.path === path && (stored as readonly number[]).includes(row.id),
      onDelete: () => onDelete,
      clear: (stored, { row }) => (stored as readonly number[]).filter((id) => id !== row.id),
    },
  };
}

/** The kind with this path. */
export function kindAt(path: string, { kinds }: Pick<Place, "kinds">): Kind {
  return kinds.find((candidate) => candidate.path === path) as Kind;
}

function listIn(sent: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(sent)) {
    throw new NotModelled(`a list of ${path} written as ${JSON.stringify(sent)}`);
  }
  return sent;
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

/** The kind of what is shown, and the fields to show instead of its usual brief form. */
interface Shown {
  readonly path: string;
  readonly brief?: readonly string[] | undefined;
}

function renderReferenced(id: unknown, place: Place, { path, brief }: Shown): unknown {
  const row = typeof id === "number" ? place.store.get(path, id) : undefined;
  return row ? renderBrief(row, { ...place, kind: kindAt(path, place) }, brief) : null;
}

function refuse(error: Error): never {
  throw error;
}
