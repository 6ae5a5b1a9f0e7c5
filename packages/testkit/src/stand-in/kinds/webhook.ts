import { constant, plain, required } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { exactFilter, searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Field, Kind } from "../kind.ts";
import { NotModelled } from "../refusal.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const httpMethod: Field = {
  initial: "POST",
  parse: (sent) => {
    if (!methods.has(String(sent))) {
      throw new NotModelled(`a webhook by ${String(sent)}`);
    }
    return sent;
  },
};

// A webhook has no comments.
const { comments: _none, ...fields } = standardFields;

/** `extras/webhooks`. Nothing is ever delivered. */
export const webhookKind: Kind = {
  path: "extras/webhooks/",
  objectType: "extras.webhook",
  model: "Webhook",
  noun: same("webhook"),
  fields: {
    name: required,
    payload_url: required,
    http_method: httpMethod,
    http_content_type: plain("application/json"),
    additional_headers: plain(""),
    body_template: plain(""),
    secret: plain(""),
    ssl_verification: plain(true),
    ca_file_path: constant(null),
    ...fields,
  },
  brief: ["name", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    payload_url: exactFilter("payload_url"),
    ...booleanFilters("ssl_verification"),
    q: searchFilter("name", "description", "payload_url"),
  },
  unique: { name: uniqueWords.name },
};
