import type { JsonObject } from "./json-object.ts";

/** An item of a request that says the same as an earlier one where NetBox takes it only once. */
export interface Twin {
  readonly index: number;
  /** Place of the earlier item. */
  readonly first: number;
  /** The fields in which both agree. */
  readonly fields: readonly string[];
}

/**
 * Items of one request that NetBox can't both take. A set of fields counts where its first is
 * given: without a name nothing is the same as another. Text is compared as written: NetBox
 * itself refuses what differs in case alone, item by item. What may repeat is nobody's twin. Pure.
 */
export function findTwins(
  bodies: readonly JsonObject[],
  unique: readonly (readonly string[])[],
  mayRepeat: (body: JsonObject) => boolean = () => false,
): readonly Twin[] {
  const firsts = new Map<string, number>();
  return bodies.flatMap((body, index) => {
    if (mayRepeat(body)) {
      return [];
    }
    const keys = unique
      .filter(([first = ""]) => body[first] !== undefined && body[first] !== null)
      .map((fields) => ({
        fields,
        key: JSON.stringify([fields, fields.map((name) => body[name] ?? null)]),
      }));
    const twin = keys.find(({ key }) => firsts.has(key));
    if (twin) {
      return [{ index, first: firsts.get(twin.key) as number, fields: twin.fields }];
    }
    for (const { key } of keys) {
      firsts.set(key, index);
    }
    return [];
  });
}
