import { errorTexts } from "../error-texts.ts";
import { choice, computed, plain } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { numberFilters } from "../filters/number-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { textFilters } from "../filters/text-filters.ts";
import { timeFilter } from "../filters/time-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Filter, Kind } from "../kind.ts";
import { localTime } from "../local-time.ts";
import { changeLogPath } from "../log-change.ts";
import { reference } from "../references.ts";
import { Refusal } from "../refusal.ts";
import { renderBrief } from "../render-object.ts";
import type { Row } from "../store.ts";
import { kindOfType } from "../targets.ts";
import { inLanguage, same, type Text } from "../text.ts";

const actions = {
  create: { en: "Created", fr: "Créé" },
  update: { en: "Updated", fr: "Mis à jour" },
  delete: { en: "Deleted", fr: "Supprimé" },
} satisfies Readonly<Record<string, Text>>;

const requestFilter: Filter = (wanted) => {
  const last = wanted.at(-1) ?? "";
  if (!/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(last)) {
    throw new Refusal(400, { request_id: [errorTexts.badUuid] });
  }
  return ({ values }) => values["request_id"] === last;
};

const timeOf = ({ created }: Row): string => created;

/** `core/object-changes`: what happened to which object, by which request. */
export const objectChangeKind: Kind = {
  path: changeLogPath,
  pages: "core/changelog/",
  objectType: "core.objectchange",
  model: "ObjectChange",
  noun: same("object change"),
  fields: {
    time: computed((_, __, { created }) => localTime(created)),
    user: reference("users/users/", { onDelete: "clear" }),
    user_name: plain(""),
    request_id: plain(""),
    action: choice(actions, null),
    changed_object_type: plain(""),
    changed_object_id: plain(0),
    changed_object: computed((_, place, { values }) => {
      const kind = kindOfType(values["changed_object_type"], place);
      const row = kind && place.store.get(kind.path, Number(values["changed_object_id"]));
      return kind && row ? renderBrief(row, { ...place, kind }) : null;
    }),
    object_repr: plain(""),
    message: plain(""),
    prechange_data: plain({}),
    postchange_data: plain({}),
  },
  display: ({ values }) => ({ en: describe(values, "en"), fr: describe(values, "fr") }),
  order: ({ id }) => [-id],
  filters: {
    ...textFilters("user_name", "object_repr"),
    ...choiceFilters("action"),
    ...numberFilters("changed_object_id", ({ values }) => values["changed_object_id"]),
    ...pointingFilters("user", { path: "users/users/", key: "username" }),
    changed_object_type: typeFilter("changed_object_type"),
    request_id: requestFilter,
    time_after: timeFilter("time_after", timeOf, (ms, wantedMs) => ms >= wantedMs),
    time_before: timeFilter("time_before", timeOf, (ms, wantedMs) => ms <= wantedMs),
  },
  times: [],
  isReadOnly: true,
  isUnlogged: true,
};

function describe(values: Row["values"], language: keyof Text): string {
  const { changed_object_title: title, object_repr: name, action, user_name: user } = values;
  const done = actions[action as keyof typeof actions][language].toLowerCase();
  const what = inLanguage(title as Text, language);
  return `${what} ${inLanguage(name as string | Text, language)} ${done} by ${String(user)}`;
}
