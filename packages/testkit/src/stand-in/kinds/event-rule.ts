import { errorSentences } from "../error-sentences.ts";
import { choice, plain, required } from "../fields.ts";
import { booleanFilters, choiceFilters } from "../filters/choice-filters.ts";
import { numberFilters } from "../filters/number-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Field, Kind } from "../kind.ts";
import { objectTypes } from "../object-types-field.ts";
import { FieldRefusal } from "../refusal.ts";
import { checkTarget, type TargetFields, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

const events = new Set([
  "object_created",
  "object_updated",
  "object_deleted",
  "job_started",
  "job_completed",
  "job_failed",
  "job_errored",
]);
const actions = {
  webhook: same("Webhook"),
  script: { en: "Script", fr: "Scénario" },
  notification: same("Notification"),
};
const action: TargetFields = {
  type: "action_object_type",
  id: "action_object_id",
  object: "action_object",
  isRequired: true,
  onDelete: () => "unknown",
};

const eventTypes: Field = {
  ...required,
  parse: (sent) => {
    const types = sent as readonly string[];
    const bad = types.findIndex((type) => !events.has(type));
    if (bad !== -1) {
      throw new FieldRefusal({ [bad]: [errorSentences.badItem(types[bad])] });
    }
    return types;
  },
};

// An event rule has no comments.
const { comments: _none, ...fields } = standardFields;

/** `extras/event-rules`, for webhooks. Nothing is ever delivered. */
export const eventRuleKind: Kind = {
  path: "extras/event-rules/",
  objectType: "extras.eventrule",
  model: "EventRule",
  noun: same("event rule"),
  fields: {
    object_types: { ...objectTypes, isRequired: true },
    name: required,
    enabled: plain(true),
    event_types: eventTypes,
    conditions: plain(null),
    action_type: { ...choice(actions, null), isRequired: true },
    ...targetFields(action),
    ...fields,
  },
  brief: ["name", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    ...booleanFilters("enabled"),
    ...choiceFilters("action_type"),
    ...numberFilters("action_object_id", ({ values }) => values["action_object_id"]),
    action_object_type: typeFilter("action_object_type"),
    object_type: typeFilter("object_types"),
    q: searchFilter("name", "description"),
  },
  unique: { name: uniqueWords.name },
  check: (row, place) => {
    checkTarget(action, row, place);
  },
};
