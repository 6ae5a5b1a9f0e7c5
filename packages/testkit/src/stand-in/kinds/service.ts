import { errorTexts } from "../error-texts.ts";
import { choice, required } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { numberFilters } from "../filters/number-filters.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Field, Filter, Kind } from "../kind.ts";
import { references } from "../references.ts";
import { FieldRefusal, NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { checkTarget, type TargetFields, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { standardFields } from "./standard-fields.ts";

const parents: Readonly<Record<string, string>> = {
  "dcim.device": "dcim/devices/",
  "virtualization.virtualmachine": "virtualization/virtual-machines/",
};
const parent: TargetFields = {
  type: "parent_object_type",
  id: "parent_object_id",
  object: "parent",
  isRequired: true,
  onDelete: (type) => (type in parents ? "cascade" : "unknown"),
};
const protocols = { tcp: same("TCP"), udp: same("UDP"), sctp: same("SCTP") };

const ports: Field = {
  ...required,
  parse: (sent) => {
    const numbers = sent as readonly number[];
    if (numbers.length === 0) {
      throw new FieldRefusal(errorTexts.emptyList);
    }
    if (numbers.some((port) => port < 1)) {
      throw new NotModelled("a port below 1");
    }
    const bad = numbers.findIndex((port) => port > 65_535);
    if (bad !== -1) {
      throw new FieldRefusal({ [bad]: [errorTexts.port] });
    }
    return numbers;
  },
};

/** Of several ports the last is meant, as recorded. */
const portFilter: Filter = (wanted) => (row) => portsOf(row).includes(Number(wanted.at(-1)));

/** `ipam/services` with one protocol and its ports, as NetBox has them before 4.7. */
export const serviceKind: Kind = {
  path: "ipam/services/",
  objectType: "ipam.service",
  model: "Service",
  noun: same("application service"),
  fields: {
    ...targetFields(parent),
    name: required,
    protocol: choice(protocols, null),
    ports,
    ipaddresses: references("ipam/ip-addresses/"),
    ...standardFields,
  },
  brief: ["name", "protocol", "ports", "description"],
  display: ({ values }) =>
    `${String(values["name"])} (${String(values["protocol"]).toUpperCase()}/${sortNumbers(values["ports"]).join(", ")})`,
  order: (row) => [String(row.values["protocol"]), ...portsOf(row), -1, row.id],
  filters: {
    ...textFilters("name", "description"),
    ...choiceFilters("protocol"),
    ...parentFilters("device", "dcim.device"),
    ...parentFilters("virtual_machine", "virtualization.virtualmachine"),
    ...pointingIdFilter("ip_address", {
      path: "ipam/ip-addresses/",
      idOf: ({ values }) => values["ipaddresses"],
    }),
    ...numberFilters("parent_object_id", ({ values }) => values["parent_object_id"]),
    parent_object_type: typeFilter("parent_object_type"),
    port: portFilter,
    q: searchFilter("name", "description"),
  },
  check: (row, place) => {
    if (row.values["protocol"] === null) {
      throw new Refusal(400, { protocol: [errorTexts.noBlank] });
    }
    checkTarget(parent, row, place);
  },
};

// Not recorded: what does not exist has no services, whereas elsewhere it is refused.
function parentFilters(name: string, objectType: string) {
  return pointingFilters(name, {
    path: parents[objectType] ?? "",
    key: "name",
    idOf: ({ values }) =>
      values["parent_object_type"] === objectType ? values["parent_object_id"] : undefined,
    isLenient: true,
  });
}

function portsOf({ values }: Row): readonly number[] {
  return values["ports"] as readonly number[];
}

function sortNumbers(numbers: unknown): readonly number[] {
  return (numbers as readonly number[]).toSorted((a, b) => a - b);
}
