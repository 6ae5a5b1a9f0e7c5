import type { ListOptions, NetBoxClient } from "@multipass-netbox/netbox-client";
import { listOf } from "./field-codecs.ts";
import { kinds } from "./kinds.ts";
import { nameLoss, type Orphan } from "./orphan.ts";
import type { PlannedIds } from "./planned-ids.ts";
import type { SeedOperation } from "./seed-operation.ts";

/** A custom field that a plan takes from a type of object. */
export interface LostType {
  readonly name: string;
  /** NetBox's word: `dcim.site`. */
  readonly objectType: string;
}

/** The types that an operation takes a custom field from: all, or those taken off its list. Pure. */
export function listLostTypes(operation: SeedOperation): readonly LostType[] {
  const { action, kind, key } = operation;
  if (kind !== "custom-field" || action === "create") {
    return [];
  }
  const left = new Set(action === "delete" ? [] : listOf(operation.after["object_types"]));
  return listOf(operation.before["object_types"])
    .filter((type) => !left.has(type))
    .map((objectType) => ({ name: key, objectType }));
}

/** Objects of that type that hold a value of the custom field: it goes with the definition. */
export async function loadValues(
  client: NetBoxClient,
  { name, objectType }: LostType,
  planned: PlannedIds,
): Promise<readonly Orphan[]> {
  const cause = `custom-field ${name}`;
  const kind = kinds.find((candidate) => candidate.objectType === objectType);
  const path = kind?.endpoint(client).path ?? (await findPath(client, objectType));
  if (path === undefined) {
    return [{ cause, loss: `its values on ${objectType}, which can't be read`, effect: "deleted" }];
  }
  const options: ListOptions = { fields: ["display", "custom_fields"] };
  const isField = (field: string): boolean => field === `custom_fields.${name}`;
  const orphans: Orphan[] = [];
  for await (const object of client.endpoint(path).iterate({}, options)) {
    const values = (object["custom_fields"] ?? {}) as Readonly<Record<string, unknown>>;
    const isLeft = kind === undefined || !planned.isSettled(kind.name, object.id, isField);
    if (isLeft && (values[name] ?? null) !== null) {
      const loss = `its value on ${nameLoss(path, object)}`;
      orphans.push({ cause, loss, effect: "deleted" });
    }
  }
  return orphans;
}

/** Where NetBox lists objects of a type that seeds don't describe. */
async function findPath(client: NetBoxClient, objectType: string): Promise<string | undefined> {
  const [appLabel = "", model = ""] = objectType.split(".");
  const types = client.endpoint("core/object-types/");
  const [found] = await types.list({ app_label: appLabel, model });
  return /\/api\/(?<path>.+\/)$/.exec(String(found?.["rest_api_endpoint"]))?.groups?.["path"];
}
