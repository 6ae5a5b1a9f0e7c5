import { randomBytes } from "node:crypto";
import type { Fields, Json } from "@multipass-netbox/core";
import type { NetBoxObject } from "./field-codec.ts";
import type { SeedKind } from "./seed-kind.ts";

/** What an object holds that a plan has no words for, in the form in which NetBox takes it. */
export interface OtherFields {
  readonly values: Fields;
  /** The lists whose ids some of the values are: `{"rack": "dcim/racks/"}`. */
  readonly links: Readonly<Record<string, string>>;
}

/**
 * The writable fields of an object that its kind does not read, or of which it reads nothing, such
 * as an assignment to a kind that seeds don't have. What is empty is left out, and so are secrets.
 * Pure.
 */
export function readOtherFields(
  kind: SeedKind,
  object: NetBoxObject,
  writable: readonly string[],
): OtherFields {
  const covered = coveredNames(kind, object);
  const names = writable.filter((name) => !covered.has(name) && !isEmpty(object[name]));
  const links = names.flatMap((name) => {
    const path = linkOf(object[name]) ?? linkOf(object[name.replace(/_id$/, "")]);
    return path === undefined ? [] : [[name, path] as const];
  });
  return {
    values: Object.fromEntries(names.map((name) => [name, writtenForm(object[name])])),
    links: Object.fromEntries(links),
  };
}

/**
 * The part of a request body that gives an object these fields back. NetBox wants a password for
 * a user and never told the old one: the new one is random, and nobody knows it.
 */
export function writeOtherFields(kind: SeedKind, { values }: OtherFields): NetBoxObject {
  return "password" in kind.fields ? { password: randomPassword(), ...values } : values;
}

// NetBox wants small and capital letters and a digit.
function randomPassword(): string {
  return `Aa1-${randomBytes(24).toString("base64url")}`;
}

/** An object that another one points to by its id. */
export interface LinkedId {
  readonly field: string;
  readonly path: string;
  readonly id: number;
}

/** Everything that these fields point to. Pure. */
export function linkedIds({ values, links }: OtherFields): readonly LinkedId[] {
  return Object.entries(links).flatMap(([field, path]) =>
    [values[field]].flat().map((id) => ({ field, path, id: Number(id) })),
  );
}

/** The same fields without those that are named, and without the types that belong to them. Pure. */
export function withoutFields(
  { values, links }: OtherFields,
  names: ReadonlySet<string>,
): OtherFields {
  const isKept = ([field]: readonly [string, unknown]): boolean =>
    !names.has(field) && !names.has(field.replace(/_type$/, "_id"));
  return {
    values: Object.fromEntries(Object.entries(values).filter(isKept)),
    links: Object.fromEntries(Object.entries(links).filter(isKept)),
  };
}

// Every kind reads the first two in its own way; the others NetBox keeps by itself.
const always = ["custom_fields", "tags", "date_joined", "last_login"];

function coveredNames({ fields }: SeedKind, object: NetBoxObject): ReadonlySet<string> {
  const read = Object.values(fields).filter((codec) => !isEmpty(codec.read(object)));
  return new Set([...always, ...Object.keys(fields), ...read.flatMap(({ names }) => names)]);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}

// Choices are read as {value, label}, references as objects with an id and an address.
function writtenForm(value: unknown): Json {
  if (Array.isArray(value)) {
    return value.map(writtenForm);
  }
  if (isLink(value)) {
    return value.id;
  }
  const isChoice =
    typeof value === "object" && value !== null && "value" in value && "label" in value;
  return (isChoice ? value.value : value) as Json;
}

interface Link {
  readonly id: number;
  readonly url: string;
}

function isLink(value: unknown): value is Link {
  const { id, url, display } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof id === "number" && typeof url === "string" && typeof display === "string";
}

function linkOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  return isLink(first) ? /\/api\/(?<path>.+\/)\d+\/$/.exec(first.url)?.groups?.["path"] : undefined;
}
