import { errorSentences } from "./error-sentences.ts";
import { errorTexts } from "./error-texts.ts";
import { computed, plain } from "./fields.ts";
import type { Field, Kind, Place } from "./kind.ts";
import { FieldRefusal, NotModelled, Refusal } from "./refusal.ts";
import { renderBrief } from "./render-object.ts";
import type { Row } from "./store.ts";

/** The three fields with which NetBox points to an object of any type. */
export interface TargetNames {
  readonly type: string;
  readonly id: string;
  readonly object: string;
}

/** Those three fields: type and id are written, the object is answered in brief. */
export function targetFields(
  names: TargetNames,
  isRequired?: true,
): Readonly<Record<string, Field>> {
  const more = isRequired ? { isRequired } : {};
  return {
    [names.type]: { ...plain(null), ...more, parse: parseType },
    [names.id]: { ...plain(null), ...more },
    [names.object]: computed((_, place, { values }) => {
      const kind = kindOfType(values[names.type], place);
      const row = kind && place.store.get(kind.path, Number(values[names.id]));
      return kind && row ? renderBrief(row, { ...place, kind }) : null;
    }),
  };
}

/** Refuses half a target and a target that does not exist. NetBox takes any type. */
export function checkTarget(
  names: TargetNames,
  { values }: Pick<Row, "values">,
  place: Place,
): void {
  const type = values[names.type];
  const id = values[names.id];
  if (type === null && id === null) {
    return;
  }
  if (type === null || id === null) {
    const missing = type === null ? names.type : names.id;
    throw new Refusal(400, { [missing]: [errorTexts.notNull] });
  }
  const kind = kindOfType(type, place);
  if (!kind || !place.store.get(kind.path, Number(id))) {
    throw new Refusal(400, { [names.id]: [errorSentences.noSuchTarget(id)] });
  }
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

function kindOfType(type: unknown, { kinds }: Place): Kind | undefined {
  return kinds.find(({ objectType }) => objectType === type);
}
