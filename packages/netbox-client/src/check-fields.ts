import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import { knownFields } from "./known-fields.ts";
import { NetBoxError } from "./netbox-error.ts";
import { suggestWord } from "./suggest-word.ts";

/**
 * Refuses fields that this NetBox would drop without a word: it answers them with 201. Throws
 * `NETBOX_VALIDATION` with the nearest right name; nothing is sent.
 */
export async function checkFields(
  bodies: readonly JsonObject[],
  {
    path,
    allowed,
    connection,
  }: { path: string; allowed: readonly string[]; connection: Connection },
): Promise<void> {
  const names = new Set(bodies.flatMap((body) => Object.keys(body)));
  refuseBothTagFields(bodies, path);
  const version = await connection.apiVersion();
  const known = knownFields(path, version) ?? new Set<string>();
  const unknown = [...names].filter(
    (name) => name !== "id" && !known.has(name) && !allowed.includes(name),
  );
  if (unknown.length > 0) {
    const described = unknown.map((name) => `"${name}"${suggestWord(name, [...known])}`);
    throw new NetBoxError(
      "NETBOX_VALIDATION",
      `${path}: not sent: NetBox ${version} has no field ${described.join(", ")}`,
      { hint: "NetBox would have answered with success and dropped it." },
    );
  }
}

function refuseBothTagFields(bodies: readonly JsonObject[], path: string): void {
  if (bodies.some((body) => "tags" in body && ("add_tags" in body || "remove_tags" in body))) {
    throw new NetBoxError(
      "NETBOX_VALIDATION",
      `${path}: not sent: "tags" replaces all tags, so "add_tags" and "remove_tags" beside it would be dropped`,
      { hint: "Write either the whole list, or what comes and what goes." },
    );
  }
}
