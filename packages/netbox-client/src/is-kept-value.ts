import { isJsonObject } from "./json-object.ts";
import { isDeepStrictEqual } from "node:util";
import ipaddr from "ipaddr.js";

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Whether a field answered by NetBox means what was sent for it. Pure.
 */
export function isKeptValue(name: string, sent: unknown, kept: unknown): boolean {
  if (isNothing(sent) || isNothing(kept)) {
    return isNothing(sent) && isNothing(kept) && !isAbsent(sent, kept);
  }
  if (isDeepStrictEqual(sent, kept)) {
    return true;
  }
  if (Array.isArray(sent) && Array.isArray(kept)) {
    return isSameList(name, sent, kept);
  }
  if (isJsonObject(kept)) {
    return isJsonObject(sent) ? isSameRecord(sent, kept) : isMeant(sent, kept);
  }
  return isSameText(name, sent, kept);
}

// What is emptied is answered as null, "", [] or the choice "", whichever of them was sent.
function isNothing(value: unknown): boolean {
  const bare = (isJsonObject(value) && "value" in value ? value["value"] : value) ?? "";
  return typeof bare === "string" ? bare.trim() === "" : isDeepStrictEqual(bare, []);
}

// Null is no value that could be lost; "" and [] were meant for a field that is not there.
function isAbsent(sent: unknown, kept: unknown): boolean {
  return kept === undefined && sent !== undefined && sent !== null;
}

// Lists of choices, of references and of names have no order of their own in NetBox, and what is
// sent twice is kept once.
function isSameList(name: string, sent: readonly unknown[], kept: readonly unknown[]): boolean {
  return (
    sent.every((one) => kept.some((other) => isKeptValue(name, one, other))) &&
    kept.every((other) => sent.some((one) => isKeptValue(name, one, other)))
  );
}

// A reference by attributes: the brief form of the answer may hold only some of them.
function isSameRecord(sent: Attributes, kept: Attributes): boolean {
  const isReference = "id" in kept && "display" in kept;
  return Object.entries(sent).every(([name, value]) =>
    name in kept ? isKeptValue(name, value, kept[name]) : isReference,
  );
}

// A choice is answered as {value, label}, a reference as an object with its id.
function isMeant(sent: unknown, kept: Attributes): boolean {
  return isSameText("value", sent, "value" in kept ? kept["value"] : kept["id"]);
}

function isSameText(name: string, sent: unknown, kept: unknown): boolean {
  if (typeof sent === "boolean" || typeof kept === "boolean") {
    return sent === kept;
  }
  const [a, b] = [textOf(sent), textOf(kept)];
  return (
    a === b || isSameNumber(a, b) || normalize(name, a) === normalize(name, b) || isSameTime(a, b)
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

function isSameNumber(a: string, b: string): boolean {
  return a !== "" && b !== "" && Number(a) === Number(b);
}

function normalize(name: string, text: string): string {
  if (name.endsWith("mac_address") || name === "wwn") {
    return text.toLowerCase().replaceAll(/[-.:]/g, "");
  }
  const plain = name === "dns_name" || text.includes(":") ? text.toLowerCase() : text;
  return /address|prefix|_ips$/.test(name) ? normalizeNetwork(plain) : plain;
}

// An address without a mask becomes a host's, a mask written out becomes its length, and IPv6 is
// kept in its shortest form.
function normalizeNetwork(text: string): string {
  const [address = "", mask] = text.split("/");
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) {
    return text;
  }
  const parsed = ipaddr.parse(address);
  return `${parsed.toString()}/${mask === undefined ? hostLength(parsed) : lengthOf(mask)}`;
}

function hostLength(address: ipaddr.IPv4 | ipaddr.IPv6): number {
  return address.kind() === "ipv4" ? 32 : 128;
}

function lengthOf(mask: string): string {
  return ipaddr.IPv4.isValidFourPartDecimal(mask)
    ? String(ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() ?? mask)
    : mask;
}

const isoTime = /^\d{4}-\d{2}-\d{2}[T ]/;

function isSameTime(a: string, b: string): boolean {
  return isoTime.test(a) && isoTime.test(b) && Date.parse(a) === Date.parse(b);
}
