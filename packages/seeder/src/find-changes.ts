import { diffFields, type FieldChange } from "@multipass-netbox/core";
import type { DesiredObject } from "./desired-object.ts";
import type { FoundObject } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { mergeFields } from "./merge-fields.ts";

/** The fields of a desired object that the one found does not hold. Pure. */
export function findChanges(
  { kind: name, fields }: Pick<DesiredObject, "kind" | "fields">,
  found: FoundObject,
): readonly FieldChange[] {
  const kind = kindOf(name);
  // A secret can't be compared, and where a result is put is nothing of NetBox.
  const compared = Object.entries(fields).filter(([field]) => {
    const codec = kind.fields[field];
    return !codec?.isSecret && !codec?.isOutput;
  });
  return diffFields(found.fields, mergeFields(kind, found.fields, Object.fromEntries(compared)));
}
