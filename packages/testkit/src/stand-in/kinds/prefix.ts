import { errorSentences } from "../error-sentences.ts";
import { errorTexts } from "../error-texts.ts";
import { choice, constant, count, each, plain } from "../fields.ts";
import { booleanFilters, choiceFilters } from "../filters/choice-filters.ts";
import {
  contains,
  inNoVrf,
  sameNetwork,
  searchNetworks,
  within,
  withinOrSame,
} from "../filters/network-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { textFilters } from "../filters/text-filters.ts";
import { formatIpv4 } from "../ipv4-network.ts";
import type { Kind } from "../kind.ts";
import { family, networkField, networkIn } from "../network-field.ts";
import { reference } from "../references.ts";
import { Refusal } from "../refusal.ts";
import { scopeFilters, scopeTarget } from "../scope.ts";
import type { Store } from "../store.ts";
import { checkTarget, targetFields } from "../targets.ts";
import { same, type Text } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { container, active, reserved, deprecated } = statusLabels;

/** `ipam/prefixes`, IPv4; a `site` is dropped in silence, as NetBox does. */
export const prefixKind: Kind = {
  path: "ipam/prefixes/",
  objectType: "ipam.prefix",
  model: "Prefix",
  noun: same("prefix"),
  fields: {
    family,
    prefix: networkField,
    ...targetFields(scopeTarget),
    tenant: reference("tenancy/tenants/"),
    status: choice({ container, active, reserved, deprecated }, "active"),
    is_pool: plain(false),
    mark_utilized: constant(false),
    ...each(constant(null), "vrf", "vlan", "role"),
    ...standardFields,
    children: count,
    _depth: constant(0),
  },
  brief: ["family", "prefix", "description", "_depth"],
  display: ({ values }) => String(values["prefix"]),
  order: ({ id, values }) => {
    const { first, prefixLength } = networkIn(values["prefix"]);
    return [first, prefixLength, id];
  },
  filters: {
    ...textFilters("description"),
    ...choiceFilters("status"),
    ...booleanFilters("is_pool"),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    ...scopeFilters,
    prefix: sameNetwork("prefix"),
    within: within("prefix"),
    within_include: withinOrSame("prefix"),
    contains: contains("prefix"),
    vrf_id: inNoVrf,
    q: searchNetworks(["prefix"], ["description"]),
  },
  check: (row, place) => {
    checkTarget(scopeTarget, row, place);
    const problem = findProblem(String(row.values["prefix"]), row.id, place.store);
    if (problem) {
      throw new Refusal(400, { prefix: [problem] });
    }
  },
};

function findProblem(prefix: string, id: number | undefined, store: Store): Text | undefined {
  const { address, first, prefixLength } = networkIn(prefix);
  if (prefixLength === 0) {
    return errorTexts.zeroMask;
  }
  if (address !== first) {
    return errorSentences.hostBits(prefix, `${formatIpv4(first)}/${prefixLength}`);
  }
  const hasTwin = store
    .rows("ipam/prefixes/")
    .some((row) => row.id !== id && row.values["prefix"] === prefix);
  return hasTwin ? errorSentences.duplicatePrefix(prefix) : undefined;
}
