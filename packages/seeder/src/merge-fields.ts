import type { Fields } from "@multipass-netbox/core";
import type { SeedKind } from "./seed-kind.ts";

/** The wanted fields over the given ones: what is only ever added to holds both. Pure. */
export function mergeFields({ fields: codecs }: SeedKind, given: Fields, wanted: Fields): Fields {
  const merged = Object.entries(wanted).map(([name, value]) => {
    const merge = codecs[name]?.merge;
    return [name, merge && name in given ? merge(given[name] ?? null, value) : value] as const;
  });
  return { ...given, ...Object.fromEntries(merged) };
}
