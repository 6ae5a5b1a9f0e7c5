import { bodyTable, fieldSets } from "./generated/body-table.ts";
import { namesInAll, rowsFor } from "./version-table.ts";

/**
 * The fields that a POST or PATCH to a list takes in a version of NetBox; the `id` that a bulk PATCH
 * needs is none of them. Undefined for a list that no recorded OpenAPI document knows (a plugin's,
 * for example) or that is only read. Between two recorded versions only what both know counts;
 * after the newest, what the newest knows.
 */
export function knownFields(path: string, apiVersion: string): ReadonlySet<string> | undefined {
  return namesInAll(rowsFor(bodyTable, { path, apiVersion }), expand);
}

/** `0,name,slug` to the full names. */
function expand(row: string): ReadonlySet<string> {
  return new Set(row.split(",").flatMap((name) => fieldSets[Number(name)]?.split(",") ?? name));
}
