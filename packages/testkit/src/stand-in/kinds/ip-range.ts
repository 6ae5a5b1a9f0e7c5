import { errorSentences } from "../error-sentences.ts";
import { choice, computed, constant, each, plain } from "../fields.ts";
import { booleanFilters, choiceFilters } from "../filters/choice-filters.ts";
import {
  hostsWithin,
  inNoVrf,
  rangeContains,
  sameAddress,
  searchNetworks,
} from "../filters/network-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { textFilters } from "../filters/text-filters.ts";
import type { Checked, Kind, Place } from "../kind.ts";
import { family, networkField, networkIn } from "../network-field.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { active, reserved, deprecated } = statusLabels;

/** `ipam/ip-ranges`, IPv4. */
export const ipRangeKind: Kind = {
  path: "ipam/ip-ranges/",
  objectType: "ipam.iprange",
  model: "IPRange",
  noun: same("IP range"),
  fields: {
    family,
    start_address: networkField,
    end_address: networkField,
    size: computed(
      (_, __, { values }) => addressOf(values, "end") - addressOf(values, "start") + 1,
    ),
    tenant: reference("tenancy/tenants/"),
    status: choice({ active, reserved, deprecated }, "active"),
    ...each(constant(null), "vrf", "role"),
    mark_populated: plain(false),
    mark_utilized: plain(false),
    ...standardFields,
  },
  brief: ["family", "start_address", "end_address", "description"],
  display: ({ values }) => nameOf(values),
  order: ({ id, values }) => [addressOf(values, "start"), id],
  filters: {
    ...textFilters("description"),
    ...choiceFilters("status"),
    ...booleanFilters("mark_populated", "mark_utilized"),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    start_address: sameAddress("start_address"),
    end_address: sameAddress("end_address"),
    contains: rangeContains,
    parent: hostsWithin("start_address", "end_address"),
    vrf_id: inNoVrf,
    q: searchNetworks(["start_address", "end_address"], ["description"]),
  },
  check: (row, place) => {
    const { values } = row;
    const start = networkIn(values["start_address"]);
    const end = networkIn(values["end_address"]);
    if (start.prefixLength !== end.prefixLength) {
      throw new NotModelled("a range whose ends have different masks");
    }
    if (end.address <= start.address) {
      const problem = errorSentences.reversedRange(String(values["start_address"]));
      throw new Refusal(400, { end_address: [problem] });
    }
    refuseOverlap(row, place);
  },
};

function refuseOverlap({ id, values }: Checked, { store }: Place): void {
  const overlapping = store
    .rows("ipam/ip-ranges/")
    .find(
      (row) =>
        row.id !== id &&
        addressOf(row.values, "start") <= addressOf(values, "end") &&
        addressOf(row.values, "end") >= addressOf(values, "start"),
    );
  if (overlapping) {
    const problem = errorSentences.overlappingRange(nameOf(overlapping.values));
    throw new Refusal(400, { __all__: [problem] });
  }
}

function addressOf(values: Row["values"], end: "start" | "end"): number {
  return networkIn(values[`${end}_address`]).address;
}

/** `10.20.0.200-202/24`: what both ends share is said once. */
function nameOf(values: Row["values"]): string {
  const [start = "", mask = ""] = String(values["start_address"]).split("/");
  const [end = ""] = String(values["end_address"]).split("/");
  const starts = start.split(".");
  const ends = end.split(".");
  const shared = starts.filter((part, index) => part === ends[index]).length;
  const [head, from, to] = [starts.slice(0, shared), starts.slice(shared), ends.slice(shared)];
  return `${[...head, from.join(".")].join(".")}-${to.join(".")}/${mask}`;
}
