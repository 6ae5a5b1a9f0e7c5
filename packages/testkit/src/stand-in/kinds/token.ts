import { errorSentences } from "../error-sentences.ts";
import { constant, plain } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Field, Kind } from "../kind.ts";
import { localTime } from "../local-time.ts";
import { randomText } from "../random-text.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import { same } from "../text.ts";

const version: Field = {
  initial: 2,
  parse: (sent) => {
    if (sent !== 1 && sent !== 2) {
      throw new NotModelled(`a token of version ${JSON.stringify(sent)}`);
    }
    return sent;
  },
};

/** Made by NetBox: a key that the client sends is ignored. A version 1 token has none. */
const key: Field = {
  initial: null,
  isReadOnly: true,
  generate: () => randomText(12),
  render: (stored, _, { values }) => (values["version"] === 1 ? null : stored),
};

/** Taken from the client, else made; answered by nobody but {@link provisionToken}. */
const plaintext: Field = {
  initial: null,
  generate: () => randomText(40),
  parse: (sent, _, before) => {
    if (before !== null) {
      throw new NotModelled("changing the secret of a token");
    }
    return sent;
  },
  render: () => null,
};

const expires: Field = {
  initial: null,
  parse: (sent) => {
    if (sent !== null && (typeof sent !== "string" || Number.isNaN(Date.parse(sent)))) {
      throw new NotModelled(`a token that expires at ${JSON.stringify(sent)}`);
    }
    return sent;
  },
  render: (stored) => (typeof stored === "string" ? localTime(stored) : null),
};

const allowedIps: Field = {
  initial: [],
  parse: (sent) => {
    const networks = Array.isArray(sent) ? (sent as readonly unknown[]) : [undefined];
    if (!networks.every((network) => typeof network === "string" && network.includes("/"))) {
      throw new NotModelled(`a token for the networks ${JSON.stringify(sent)}`);
    }
    return networks;
  },
};

const pepperId: Field = {
  initial: 1,
  isReadOnly: true,
  render: (stored, _, { values }) => (values["version"] === 1 ? null : stored),
};

/** `users/tokens`. */
export const tokenKind: Kind = {
  path: "users/tokens/",
  objectType: "users.token",
  model: "Token",
  noun: same("token"),
  fields: {
    version,
    key,
    user: reference("users/users/", { isRequired: true, onDelete: "cascade" }),
    description: plain(""),
    expires,
    last_used: constant(null),
    enabled: plain(true),
    write_enabled: plain(true),
    pepper_id: pepperId,
    allowed_ips: allowedIps,
    token: plaintext,
  },
  brief: ["version", "key", "description", "enabled", "write_enabled"],
  display: ({ values }) =>
    values["version"] === 1
      ? String(values["token"]).slice(-6).padStart(40, "*")
      : String(values["key"]),
  order: ({ id }) => [-id],
  filters: {
    ...textFilters("key", "description"),
    ...booleanFilters("enabled", "write_enabled"),
    ...pointingFilters("user", { path: "users/users/", key: "username" }),
    q: searchFilter("description"),
  },
  times: ["created"],
  isUnlogged: true,
  check: ({ values }) => {
    const { length } = String(values["token"]);
    if (values["version"] === 1 && length < 40) {
      throw new Refusal(400, { plaintext: [errorSentences.shortToken(length)] });
    }
  },
};
