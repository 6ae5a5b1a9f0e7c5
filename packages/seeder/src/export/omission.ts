import type { KindName } from "../kind-name.ts";

/** Something that NetBox holds and an export does not say. */
export interface Omission {
  readonly kind: KindName;
  /** Its natural key, or NetBox's name for it where it has none. */
  readonly key: string;
  readonly id: number;
  /** The field that is missing; undefined where the whole object is. */
  readonly field?: string | undefined;
  readonly reason: string;
}

/** `device vm (id 4), platform: platform linux is left out`. One line, whatever the names hold. */
export function describeOmission({ kind, key, id, field, reason }: Omission): string {
  const name = `${kind} ${key === "" ? "without a name" : key} (id ${id})`;
  const what = field === undefined ? name : `${name}, ${field}`;
  return `${what}: ${reason}`.replaceAll(/\s+/gu, " ");
}
