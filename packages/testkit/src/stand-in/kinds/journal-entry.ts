import { errorSentences } from "../error-sentences.ts";
import { choice, computed, required } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { numberFilters } from "../filters/number-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Checked, Field, Kind, Place } from "../kind.ts";
import { localTime } from "../local-time.ts";
import { reference } from "../references.ts";
import { Refusal } from "../refusal.ts";
import { hasTarget, kindOfType, type TargetFields, targetFields } from "../targets.ts";
import { same, type Text } from "../text.ts";
import { titleOf } from "../title-of.ts";
import { standardFields } from "./standard-fields.ts";

const kinds = {
  info: { en: "Info", fr: "Infos" },
  success: { en: "Success", fr: "Succès" },
  warning: { en: "Warning", fr: "Avertissement" },
  danger: same("Danger"),
} satisfies Readonly<Record<string, Text>>;

// Not recorded: NetBox deletes the journal of an object with the object.
const assigned: TargetFields = {
  type: "assigned_object_type",
  id: "assigned_object_id",
  object: "assigned_object",
  isRequired: true,
  onDelete: () => "cascade",
};

/** The one who wrote it, answered as an id. */
const { render: _brief, ...author } = reference("users/users/", { onDelete: "clear" });
const createdBy: Field = { ...author, generate: ({ request }) => request.user.id };

const { tags, custom_fields: customFields } = standardFields;

/** `extras/journal-entries`. */
export const journalEntryKind: Kind = {
  path: "extras/journal-entries/",
  objectType: "extras.journalentry",
  model: "JournalEntry",
  noun: same("journal entry"),
  fields: {
    ...targetFields(assigned),
    created: computed((_, __, { created }) => localTime(created)),
    created_by: createdBy,
    kind: choice(kinds, "info"),
    comments: required,
    ...(tags && customFields ? { tags, custom_fields: customFields } : {}),
  },
  display: (row) => {
    const label = kinds[row.values["kind"] as keyof typeof kinds];
    const minute = localTime(row.created).slice(0, 16).replace("T", " ");
    return { en: `${minute} (${label.en})`, fr: `${minute} (${label.fr})` };
  },
  order: ({ id }) => [-id],
  filters: {
    ...choiceFilters("kind"),
    ...numberFilters("assigned_object_id", ({ values }) => values["assigned_object_id"]),
    ...pointingFilters("created_by", { path: "users/users/", key: "username" }),
    assigned_object_type: typeFilter("assigned_object_type"),
    q: searchFilter("comments"),
  },
  times: ["last_updated"],
  check: checkAssigned,
};

function checkAssigned({ values }: Checked, place: Place): void {
  const { assigned_object_type: type, assigned_object_id: id } = values;
  const kind = kindOfType(type, place);
  if (kind && !hasTarget(type, id, place)) {
    const problem = errorSentences.badAssignedObject(titleOf(kind), id);
    throw new Refusal(400, { non_field_errors: [problem] });
  }
}
