import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import { customFieldKind } from "./kinds/custom-field.ts";
import { tagKind } from "./kinds/tag.ts";
import { ownerTag } from "./ownership.ts";

const serviceType = "ipam.service";

/**
 * What the seeder itself needs in NetBox, whatever the files hold: its tag, and the custom
 * fields in which a service says which container serves it, whether its port is published on
 * the host, and whether it listens at all.
 */
export const builtInObjects: readonly DesiredObject[] = [
  buildDesiredObject(tagKind, ownerTag),
  buildCustomField("container", "text", "Docker container that serves it"),
  buildCustomField("published", "boolean", "Whether the port is published on the host"),
  buildCustomField("listens", "boolean", "No: it has no port, the one stored is a placeholder"),
];

function buildCustomField(name: string, type: string, description: string): DesiredObject {
  return buildDesiredObject(customFieldKind, {
    name,
    label: name[0]?.toUpperCase() + name.slice(1),
    type,
    object_types: [serviceType],
    description,
  });
}
