import type { Fields } from "@multipass-netbox/core";
import * as z from "zod";
import { descriptionText, nameText, portList, text } from "../entry-schemas.ts";
import { genericReference, listOf, plain } from "../field-codecs.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { listensField, portMappings } from "../service-ports.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { nameOf } from "./named-kind.ts";

const defaultProtocol = "tcp";

const device = genericReference({
  kind: "device",
  keyOf: nameOf,
  typeField: "parent_object_type",
  idField: "parent_object_id",
  objectField: "parent",
  objectType: "dcim.device",
});

/** What a device offers. `ports: []` is a container that listens on nothing. */
export const serviceKind = defineTaggedKind({
  name: "service",
  collection: "services",
  objectType: "ipam.service",
  schema: z
    .strictObject({
      device: text(64),
      name: nameText,
      protocol: z.enum(["tcp", "udp", "sctp"]).default(defaultProtocol),
      ports: portList,
      container: text(255).optional(),
      published: z.boolean().optional(),
      description: descriptionText.optional(),
    })
    .superRefine(refuseSamePorts)
    .superRefine(refuseListens),
  endpoint: (client) => client.services,
  fields: {
    device,
    name: plain("name"),
    port_mappings: portMappings,
    description: plain("description"),
  },
  hiddenCustomFields: [listensField],
  entryKey: ({ device: parent, name }) => `${String(parent)}/${String(name)}`,
  objectKey: (object) => `${device.read(object) as string}/${String(object["name"])}`,
  desired: desiredService,
  described: describedService,
  readsAfter: "device",
  filters: ({ entries, idsOf }) => {
    const ids = idsOf(
      "device",
      entries.map(({ device: parent }) => String(parent)),
    );
    return ids.length === 0
      ? undefined
      : { device_id: ids, name: [...new Set(entries.map(({ name }) => String(name)))] };
  },
  within: { parent_object_type: "dcim.device" },
});

function refuseSamePorts(entry: SeedEntry, context: z.RefinementCtx): void {
  const ports = entry["ports"] as readonly Port[];
  const mappings = ports.map((port) => mappingOf(port, String(entry["protocol"])));
  const index = mappings.findIndex((mapping, place) => mappings.indexOf(mapping) !== place);
  // What is written the same twice, the list itself refuses.
  if (index !== -1 && new Set(ports).size === ports.length) {
    const message = `${mappings[index]} is there twice`;
    context.addIssue({ code: "custom", path: ["ports", index], message });
  }
}

function refuseListens({ custom_fields: values }: SeedEntry, context: z.RefinementCtx): void {
  if (listensField in ((values ?? {}) as SeedEntry)) {
    const message = "follows from `ports`: `[]` says that it listens on nothing";
    context.addIssue({ code: "custom", path: ["custom_fields", listensField], message });
  }
}

function desiredService(entry: SeedEntry): SeedEntry {
  const {
    protocol = defaultProtocol,
    ports,
    container,
    published,
    custom_fields: own,
    ...rest
  } = entry;
  return {
    ...rest,
    port_mappings: (ports as readonly Port[]).map((port) => mappingOf(port, String(protocol))),
    custom_fields: {
      ...(own as SeedEntry | undefined),
      ...(container === undefined ? {} : { container }),
      ...(published === undefined ? {} : { published }),
    },
  };
}

function describedService(fields: Fields): Fields {
  const {
    port_mappings: mappings = [],
    "custom_fields.container": container = null,
    "custom_fields.published": published = null,
    ...rest
  } = fields;
  return { ...rest, ...describePorts(listOf(mappings)), container, published };
}

function describePorts(mappings: readonly string[]): Fields {
  const [protocol = defaultProtocol, ...others] = new Set(
    mappings.map((mapping) => mapping.split("/")[0] ?? ""),
  );
  return others.length > 0
    ? { ports: mappings }
    : {
        ports: mappings.map((mapping) => Number(mapping.split("/")[1])),
        protocol: protocol === defaultProtocol ? null : protocol,
      };
}

type Port = number | string;

function mappingOf(port: Port, protocol: string): string {
  return typeof port === "number" ? `${protocol}/${port}` : port;
}
