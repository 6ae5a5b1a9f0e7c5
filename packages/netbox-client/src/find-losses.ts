import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import type { FieldError } from "./netbox-error.ts";
import { isKeptValue } from "./is-kept-value.ts";

/** Fields that are orders, not values: they are not part of the object. */
const orders = new Set(["changelog_message", "id", "add_tags", "remove_tags"]);

/** What the read-back leaves out. */
export interface LossExceptions {
  /** Fields that are never answered. */
  readonly writeOnly: readonly string[];
  /** Fields that the caller lets NetBox change; `true` for all. */
  readonly allowed: true | readonly string[];
}

/**
 * The fields of a body that the answered object does not hold: NetBox drops what it does not know
 * and says 201. Compared are meanings: a choice by its value, a reference by its id or the
 * attributes sent, tags and lists of ids as sets, addresses with their mask, DNS names in lower
 * case. Pure.
 */
export function findLosses(
  sent: JsonObject,
  answered: JsonObject,
  { writeOnly, allowed }: LossExceptions,
): readonly FieldError[] {
  if (allowed === true) {
    return [];
  }
  const names = Object.keys(sent).filter(
    (name) => !orders.has(name) && !writeOnly.includes(name) && !allowed.includes(name),
  );
  return [
    ...names.flatMap((name) => findLoss(name, sent[name], answered)),
    ...lostTags(sent, answered),
  ];
}

function findLoss(name: string, value: unknown, answered: JsonObject): readonly FieldError[] {
  const kept = answered[name];
  if (value === undefined || isKeptValue(name, value, kept)) {
    return [];
  }
  if (name === "custom_fields" && isJsonObject(value)) {
    const fields = isJsonObject(kept) ? kept : {};
    return Object.entries(value)
      .filter(([field, wanted]) => !isKeptValue(field, wanted, fields[field]))
      .map(([field, wanted]) => describe(`custom_fields.${field}`, wanted, fields[field]));
  }
  return [describe(name, value, kept)];
}

function lostTags(sent: JsonObject, answered: JsonObject): readonly FieldError[] {
  const kept = (answered["tags"] ?? []) as readonly unknown[];
  const has = (tag: unknown): boolean => kept.some((one) => isKeptValue("tag", tag, one));
  const added = (sent["add_tags"] ?? []) as readonly unknown[];
  const removed = (sent["remove_tags"] ?? []) as readonly unknown[];
  return [
    ...added.filter((tag) => !has(tag)).map((tag) => describe("add_tags", tag, undefined)),
    ...removed.filter(has).map((tag) => describe("remove_tags", tag, tag)),
  ];
}

// Whose values no error may show.
const secretFields = /secret|password|token|psk|preshared_key|auth_key|additional_headers/;

function describe(field: string, value: unknown, kept: unknown): FieldError {
  if (secretFields.test(field)) {
    return { field, message: "was not kept as it was sent" };
  }
  const was = isDeepStrictEqual(kept, undefined) ? "is not there" : `was kept as ${show(kept)}`;
  return { field, message: `was sent as ${show(value)} and ${was}` };
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
