import { claimField } from "@multipass-netbox/netbox-client";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import { customFieldKind } from "./kinds/custom-field.ts";
import { groupKind } from "./kinds/group.ts";
import { tagKind } from "./kinds/tag.ts";
import type { KindName } from "./kind-name.ts";
import { ownerGroup, ownerTag } from "./ownership.ts";
import { listensField } from "./service-ports.ts";

const serviceType = "ipam.service";

/**
 * What the seeder itself needs in NetBox, whatever the files hold: its tag, the custom fields in
 * which a service says which container serves it, whether its port is published on the host, and
 * whether it listens at all, and the one under which an address is claimed.
 */
const always: readonly DesiredObject[] = [
  {
    ...buildDesiredObject(tagKind, ownerTag),
    initial: { description: "Kept by multipass-netbox from its seed files", color: "1e88e5" },
  },
  buildCustomField({
    name: "container",
    type: "text",
    object_types: [serviceType],
    description: "Docker container that serves it",
  }),
  buildCustomField({
    name: "published",
    type: "boolean",
    object_types: [serviceType],
    description: "Whether the port is published on the host",
  }),
  buildCustomField({
    name: listensField,
    type: "boolean",
    object_types: [serviceType],
    description: "No: it has no port, the one stored is a placeholder",
  }),
  buildCustomField({
    name: claimField,
    label: "Claim key",
    type: "text",
    unique: true,
    object_types: ["ipam.ipaddress"],
    description: "Claim under which an agent allocated it, so that a retry finds it again",
  }),
];

const userGroup = buildDesiredObject(groupKind, ownerGroup);

/** The objects that these need beside them. Our group of users only where there are users. Pure. */
export function buildBuiltInObjects(described: readonly DesiredObject[]): readonly DesiredObject[] {
  return described.some(({ kind }) => kind === "user") ? [...always, userGroup] : always;
}

/** Whether the seeder makes that object itself, so that no seed file may describe it. */
export function isBuiltIn(kind: KindName, key: string): boolean {
  return [...always, userGroup].some((object) => object.kind === kind && object.key === key);
}

interface CustomFieldEntry {
  readonly name: string;
  readonly [field: string]: unknown;
}

function buildCustomField(entry: CustomFieldEntry): DesiredObject {
  const { name } = entry;
  return buildDesiredObject(customFieldKind, {
    label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ...entry,
  });
}
