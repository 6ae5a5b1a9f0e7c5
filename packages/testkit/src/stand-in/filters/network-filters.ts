import { type Ipv4Network, parseIpv4Network } from "../ipv4-network.ts";
import type { Filter } from "../kind.ts";
import { networkIn } from "../network-field.ts";
import type { Row } from "../store.ts";
import { searchFilter } from "./text-filters.ts";

type Fits = (own: Ipv4Network, wanted: Ipv4Network) => boolean;

/** Addresses within one of the prefixes, whatever their own mask. */
export const hostsWithin = (...fields: readonly string[]): Filter =>
  everyField(fields, (own, wanted) => own.address >= wanted.first && own.address <= wanted.last);

/** Prefixes below the prefix. Not recorded: follows from {@link withinOrSame}, which is. */
export const within = (field: string): Filter =>
  everyField(
    [field],
    (own, wanted) => isWithin(own, wanted) && own.prefixLength > wanted.prefixLength,
  );

/** Prefixes below the prefix, and itself. */
export const withinOrSame = (field: string): Filter => everyField([field], isWithin);

/** Prefixes that contain the prefix or address. */
export const contains = (field: string): Filter =>
  everyField([field], (own, wanted) => isWithin(wanted, own));

/** The same prefix. */
export const sameNetwork =
  (field: string): Filter =>
  (wanted) =>
  ({ values }) =>
    wanted.includes(String(values[field]));

/** The same address; with its mask where one is given. */
export const sameAddress =
  (field: string): Filter =>
  (wanted) =>
  ({ values }) =>
    wanted.includes(String(values[field])) ||
    wanted.includes(String(values[field]).replace(/\/.*/, ""));

/** Ranges that contain the address. Not recorded: NetBox's documents. */
export const rangeContains: Filter =
  ([text]) =>
  ({ values }) => {
    const wanted = parseIpv4Network(text);
    return (
      wanted !== undefined &&
      networkIn(values["start_address"]).address <= wanted.address &&
      networkIn(values["end_address"]).address >= wanted.address
    );
  };

/** By `vrf_id`. Not recorded: `null` is NetBox's word for "in none", and the stand-in knows none. */
export const inNoVrf: Filter = (wanted) => () => wanted.includes("null");

/**
 * NetBox's search: by a part of the text of a network, or of these text fields (not recorded).
 */
export const searchNetworks =
  (networkFields: readonly string[], textFields: readonly string[]): Filter =>
  (wanted, place) => {
    const byText = searchFilter(...networkFields, ...textFields)(wanted, place);
    const byNetwork = contains(networkFields[0] ?? "")(wanted, place);
    return (row) => byText(row) || (networkFields[0] === "prefix" && byNetwork(row));
  };

// What is no network finds nothing, as was recorded for an address.
function everyField(fields: readonly string[], fits: Fits): Filter {
  return (texts) => {
    const wanted = texts.map(parseIpv4Network);
    return (row: Row) =>
      wanted.some(
        (network) =>
          network !== undefined &&
          fields.every((field) => fits(networkIn(row.values[field]), network)),
      );
  };
}

function isWithin(inner: Ipv4Network, outer: Ipv4Network): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}
