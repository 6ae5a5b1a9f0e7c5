import { errorSentences } from "../error-sentences.ts";
import { choice, constant, each, plain } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { family, networkField, networkIn } from "../network-field.ts";
import { reference } from "../references.ts";
import { Refusal } from "../refusal.ts";
import { checkTarget, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { active, reserved, deprecated } = statusLabels;
const statuses = { active, reserved, deprecated, dhcp: same("DHCP"), slaac: same("SLAAC") };
const assigned = {
  type: "assigned_object_type",
  id: "assigned_object_id",
  object: "assigned_object",
};

/** `ipam/ip-addresses`, IPv4; unique by host address, whatever the mask. */
export const ipAddressKind: Kind = {
  path: "ipam/ip-addresses/",
  objectType: "ipam.ipaddress",
  model: "IPAddress",
  fields: {
    family,
    address: networkField,
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    ...targetFields(assigned),
    dns_name: { ...plain(""), parse: (sent) => String(sent).toLowerCase() },
    nat_outside: constant([]),
    ...each(constant(null), "vrf", "role", "nat_inside"),
    ...standardFields,
  },
  brief: ["family", "address", "description"],
  display: ({ address }) => String(address),
  order: ({ id, values }) => [networkIn(values["address"]).address, id],
  check: (row, place) => {
    checkTarget(assigned, row, place);
    const { address } = networkIn(row.values["address"]);
    const twin = place.store
      .rows("ipam/ip-addresses/")
      .find(({ id, values }) => id !== row.id && networkIn(values["address"]).address === address);
    if (twin) {
      const problem = errorSentences.duplicateAddress(String(twin.values["address"]));
      throw new Refusal(400, { address: [problem] });
    }
  },
};
