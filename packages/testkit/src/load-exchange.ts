import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The versions of NetBox of which exchanges are recorded. */
export type RecordedVersion = "4.5.2" | "4.7.3";

/** One request to a real NetBox and its answer, as they were recorded. */
export interface Exchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    /** With the base path and the query: `/netbox/api/dcim/sites/?limit=2`. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Parsed JSON, null without a body. */
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Parsed JSON, text where it is none, null where it is empty. */
    readonly body: unknown;
  };
}

/** Reads one recording by the name of its file: `071-seed-tenant-group`. */
export function loadExchange(version: RecordedVersion, name: string): Exchange {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(version)), "utf8")) as Exchange;
}

/** The names of all recordings that the testkit holds of a version, in the order sent. */
export function listExchangeNames(version: RecordedVersion): readonly string[] {
  return readdirSync(fileURLToPath(folderOf(version)))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""))
    .toSorted();
}

function folderOf(version: RecordedVersion): URL {
  return new URL(`../fixtures/netbox-${version}/`, import.meta.url);
}
