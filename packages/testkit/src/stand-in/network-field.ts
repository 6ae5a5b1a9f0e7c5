import { computed } from "./fields.ts";
import { formatIpv4, type Ipv4Network, parseIpv4Network } from "./ipv4-network.ts";
import type { Field } from "./kind.ts";
import { NotModelled, serverError } from "./refusal.ts";

// Every new address is compared with all others.
const networks = new Map<unknown, Ipv4Network>();

/** The network in a field `address` or `prefix` that was checked when it was written. */
export function networkIn(value: unknown): Ipv4Network {
  const known = networks.get(value);
  if (known) {
    return known;
  }
  const network = parseIpv4Network(value) as Ipv4Network;
  networks.set(value, network);
  return network;
}

/** A network or an address with its mask. NetBox 4.5 falls over one that it can't read. */
export const networkField: Field = {
  initial: null,
  isRequired: true,
  parse: (sent) => {
    if (String(sent).includes(":")) {
      throw new NotModelled("IPv6");
    }
    const network = parseIpv4Network(sent);
    if (!network) {
      throw serverError("KeyError", "'data'");
    }
    return `${formatIpv4(network.address)}/${network.prefixLength}`;
  },
};

/** The field `family`, which follows from the address. */
export const family = computed(() => ({ value: 4, label: "IPv4" }));
