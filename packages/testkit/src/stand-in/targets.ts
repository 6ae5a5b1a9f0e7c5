import { errorSentences } from "./error-sentences.ts";
import { errorTexts } from "./error-texts.ts";
import { computed, plain } from "./fields.ts";
import type { Checked, Field, Kind, OnDelete, Place } from "./kind.ts";
import { FieldRefusal, NotModelled, Refusal } from "./refusal.ts";
import { renderBrief } from "./render-object.ts";

/** The three fields with which NetBox points to an object of any type. */
export interface TargetFields {
  readonly type: string;
  readonly id: string;
  readonly object: string;
  readonly isRequired?: true;
  /** What becomes of the object that points when one of these types is deleted. */
  readonly onDelete: (objectType: string) => OnDelete;
}

/** Those three fields: type and id are written, the object is answered in brief. */
export function targetFields({
  type,
  id,
  object,
  onDelete,
  ...more
}: TargetFields): Readonly<Record<string, Field>> {
  return {
    [type]: {
      ...plain(null),
      ...more,
      parse: parseType,
      log: (stored, place) => contentTypeId(stored, place),
    },
    [id]: {
      ...plain(null),
      ...more,
      pointer: {
        pointsTo: (stored, { kind, row }, values) =>
          values[type] === kind.objectType && stored === row.id,
        onDelete: ({ kind }) => onDelete(kind.objectType),
      },
    },
    [object]: computed((_, place, { values }) => {
      const kind = kindOfType(values[type], place);
      const row = kind && place.store.get(kind.path, Number(values[id]));
      return kind && row ? renderBrief(row, { ...place, kind }) : null;
    }),
  };
}

/** Refuses half a target and a target that does not exist. NetBox takes any type. */
export function checkTarget({ type, id }: TargetFields, { values }: Checked, place: Place): void {
  if (values[type] === null && values[id] === null) {
    return;
  }
  if (values[type] === null || values[id] === null) {
    const missing = values[type] === null ? type : id;
    throw new Refusal(400, { [missing]: [errorTexts.notNull] });
  }
  if (!hasTarget(values[type], values[id], place)) {
    throw new Refusal(400, { [id]: [errorSentences.noSuchTarget(values[id])] });
  }
}

/** Whether there is an object of this type with this id. */
export function hasTarget(type: unknown, id: unknown, place: Place): boolean {
  const kind = kindOfType(type, place);
  return kind !== undefined && place.store.get(kind.path, Number(id)) !== undefined;
}

/** The kind that has this type: `dcim.device`. */
export function kindOfType(type: unknown, { kinds }: Pick<Place, "kinds">): Kind | undefined {
  return kinds.find(({ objectType }) => objectType === type);
}

function parseType(sent: unknown, place: Place): unknown {
  if (sent === null || kindOfType(sent, place)) {
    return sent;
  }
  if (typeof sent === "string" && /^\w+\.\w+$/.test(sent)) {
    throw new NotModelled(`objects of the type ${sent}`);
  }
  throw new FieldRefusal(errorTexts.contentTypeForm);
}

// The change log holds the ids of NetBox's table of types. Two are recorded.
const recordedTypeIds: Readonly<Record<string, number>> = {
  "dcim.interface": 7,
  "dcim.device": 12,
};

function contentTypeId(type: unknown, { kinds }: Place): number | null {
  const index = kinds.findIndex(({ objectType }) => objectType === type);
  return index === -1 ? null : (recordedTypeIds[String(type)] ?? 100 + index);
}
