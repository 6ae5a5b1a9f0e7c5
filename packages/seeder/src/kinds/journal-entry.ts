import { createHash } from "node:crypto";
import * as z from "zod";
import { text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { choice, genericReference, plain } from "../field-codecs.ts";
import type { KindName } from "../kind-name.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { interfaceKeyOf } from "./interface.ts";
import { rangeKeyOf } from "./ip-range.ts";
import { nameOf } from "./named-kind.ts";
import { slugOf } from "./slug-kind.ts";

interface Subject {
  readonly kind: KindName;
  readonly objectType: string;
  readonly keyOf: (brief: NetBoxObject) => string;
}

/**
 * What an entry may be about, by the field that names it. Racks and services are missing: NetBox
 * tells their names in an entry, and not the site or the device that they need to be found.
 */
const subjects: Readonly<Record<string, Subject>> = {
  tenant: { kind: "tenant", objectType: "tenancy.tenant", keyOf: slugOf },
  site: { kind: "site", objectType: "dcim.site", keyOf: slugOf },
  device: { kind: "device", objectType: "dcim.device", keyOf: nameOf },
  interface: { kind: "interface", objectType: "dcim.interface", keyOf: interfaceKeyOf },
  prefix: { kind: "prefix", objectType: "ipam.prefix", keyOf: ({ prefix }) => String(prefix) },
  ip_range: { kind: "ip-range", objectType: "ipam.iprange", keyOf: rangeKeyOf },
  ip_address: {
    kind: "ip-address",
    objectType: "ipam.ipaddress",
    keyOf: ({ address }) => String(address),
  },
  cluster: { kind: "cluster", objectType: "virtualization.cluster", keyOf: nameOf },
  virtual_machine: {
    kind: "virtual-machine",
    objectType: "virtualization.virtualmachine",
    keyOf: nameOf,
  },
};

const names = Object.keys(subjects);

const subjectFields = Object.fromEntries(
  Object.entries(subjects).map(([name, subject]) => [
    name,
    genericReference({
      ...subject,
      typeField: "assigned_object_type",
      idField: "assigned_object_id",
      objectField: "assigned_object",
    }),
  ]),
);

/** A remark about an object. It is known by what it says: another text is another entry. */
export const journalEntryKind = defineTaggedKind({
  name: "journal-entry",
  collection: "journal-entries",
  objectType: "extras.journalentry",
  schema: z
    .strictObject({
      ...Object.fromEntries(names.map((name) => [name, text(200).optional()])),
      kind: z.enum(["info", "success", "warning", "danger"]).optional(),
      comments: z.string().trim().min(1),
    })
    .superRefine((entry, context) => {
      if (subjectsOf(entry).length !== 1) {
        context.addIssue(`an entry is about one object: name one of ${names.join(", ")}`);
      }
    }),
  endpoint: (client) => client.journalEntries,
  fields: { ...subjectFields, kind: choice("kind"), comments: plain("comments") },
  entryKey: (entry) => keyOf(subjectsOf(entry)[0], entry["comments"]),
  objectKey: (object) => {
    const values = Object.entries(subjectFields).map(([name, { read }]) => [name, read(object)]);
    return keyOf(subjectsOf(Object.fromEntries(values) as SeedEntry)[0], object["comments"]);
  },
  // Interfaces are the last of its subjects to be read.
  readsAfter: "interface",
  filters: ({ entries, idsOf }) => {
    const ids = Object.entries(subjects).flatMap(([name, { kind }]) =>
      idsOf(
        kind,
        entries.flatMap((entry) => (typeof entry[name] === "string" ? [entry[name]] : [])),
      ),
    );
    return ids.length === 0 ? undefined : { assigned_object_id: [...new Set(ids)] };
  },
});

function subjectsOf(entry: SeedEntry): readonly string[] {
  return names.flatMap((name) =>
    typeof entry[name] === "string" ? [`${name} ${entry[name]}`] : [],
  );
}

const maxShown = 60;

/** `site home: moved here`; of a long text the beginning, and a digest that tells it from others. */
function keyOf(subject = "?", comments: unknown = ""): string {
  const said = String(comments);
  const line = said.replaceAll(/\s+/gu, " ");
  const digest = createHash("sha256").update(said).digest("hex").slice(0, 8);
  const shown =
    line === said && line.length <= maxShown ? line : `${line.slice(0, maxShown)}… #${digest}`;
  return `${subject}: ${shown}`;
}
