import { errorTexts } from "../error-texts.ts";
import { choice, required } from "../fields.ts";
import type { Field, Kind } from "../kind.ts";
import { references } from "../references.ts";
import { FieldRefusal, NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { checkTarget, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { standardFields } from "./standard-fields.ts";

const parent = { type: "parent_object_type", id: "parent_object_id", object: "parent" };
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

/** `ipam/services` with one protocol and its ports, as NetBox has them before 4.7. */
export const serviceKind: Kind = {
  path: "ipam/services/",
  objectType: "ipam.service",
  model: "Service",
  fields: {
    ...targetFields(parent, true),
    name: required,
    protocol: choice(protocols, null),
    ports,
    ipaddresses: references("ipam/ip-addresses/"),
    ...standardFields,
  },
  brief: ["name", "protocol", "ports", "description"],
  display: ({ name, protocol, ports: numbers }) =>
    `${String(name)} (${String(protocol).toUpperCase()}/${sortNumbers(numbers).join(", ")})`,
  order: (row) => [String(row.values["protocol"]), ...portsOf(row), -1, row.id],
  check: (row, place) => {
    if (row.values["protocol"] === null) {
      throw new Refusal(400, { protocol: [errorTexts.noBlank] });
    }
    checkTarget(parent, row, place);
  },
};

function portsOf({ values }: Row): readonly number[] {
  return values["ports"] as readonly number[];
}

function sortNumbers(numbers: unknown): readonly number[] {
  return (numbers as readonly number[]).toSorted((a, b) => a - b);
}
