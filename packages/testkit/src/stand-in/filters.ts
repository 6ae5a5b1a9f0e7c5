import { errorSentences } from "./error-sentences.ts";
import type { Place } from "./kind.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import type { Row, Store } from "./store.ts";

/** Keeps the rows that fit the wanted values of one query parameter. */
type Filter = (wanted: readonly string[], place: Place) => (row: Row) => boolean;

const filters: Readonly<Record<string, Filter>> = {
  slug: equal("slug"),
  name: equal("name"),
  prefix: equal("prefix"),
  address: (wanted) => (row) => {
    const address = String(row.values["address"]);
    return wanted.includes(address) || wanted.includes(address.replace(/\/.*/, ""));
  },
  // Not recorded: NetBox's word for "in no VRF", and the stand-in knows none.
  vrf_id: (wanted) => () => wanted.includes("null"),
  device_id: (wanted, { store }) => {
    const ids = new Set<unknown>(wanted.map((id) => findDeviceId(id, store)));
    return (row) => ids.has(deviceIdOf(row));
  },
  device: (wanted, { store }) => {
    const ids = new Set<unknown>(wanted.flatMap((name) => findDeviceIds(name, store)));
    return (row) => ids.has(deviceIdOf(row));
  },
};

const paging = new Set(["limit", "offset", "ordering", "brief"]);

/**
 * The rows that a list request asks for. NetBox ignores a filter that it does not know; here
 * it is a 501, because our client must never send one.
 */
export function filterRows(query: URLSearchParams, place: Place): readonly Row[] {
  const names = [...new Set(query.keys())].filter((name) => !paging.has(name));
  return names.reduce<readonly Row[]>((rows, name) => {
    const filter = filters[name];
    if (!filter || !hasField(name, place)) {
      throw new NotModelled(`the filter ${name} of ${place.kind.path}`);
    }
    return rows.filter(filter(query.getAll(name), place));
  }, place.store.rows(place.kind.path));
}

function equal(field: string): Filter {
  return (wanted) => (row) => wanted.includes(String(row.values[field]));
}

// Filters that are no field of the objects they find.
const listsWith: Readonly<Record<string, readonly string[]>> = {
  device: ["dcim/interfaces/", "ipam/services/"],
  device_id: ["dcim/interfaces/", "ipam/services/"],
  vrf_id: ["ipam/prefixes/", "ipam/ip-addresses/"],
};

function hasField(name: string, { kind }: Place): boolean {
  const lists = listsWith[name];
  return lists === undefined ? name in kind.fields : lists.includes(kind.path);
}

function findDeviceId(text: string, store: Store): number {
  if (!/^\d+$/.test(text)) {
    throw new Refusal(400, { device_id: [errorSentences.badFilterNumber(text)] });
  }
  if (!store.get("dcim/devices/", Number(text))) {
    throw new Refusal(400, { device_id: [errorSentences.badFilterChoice(text)] });
  }
  return Number(text);
}

function findDeviceIds(name: string, store: Store): readonly number[] {
  const found = store.rows("dcim/devices/").filter(({ values }) => values["name"] === name);
  if (found.length === 0) {
    throw new Refusal(400, { device: [errorSentences.badFilterChoice(name)] });
  }
  return found.map(({ id }) => id);
}

function deviceIdOf({ values }: Row): unknown {
  return values["parent_object_type"] === "dcim.device"
    ? values["parent_object_id"]
    : values["device"];
}
