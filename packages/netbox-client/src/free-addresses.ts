import ipaddr from "ipaddr.js";

/** Addresses from `first` to `last`, both counted in. */
export interface AddressBlock {
  readonly first: bigint;
  readonly last: bigint;
}

/** What is known of a prefix. Addresses and networks as NetBox writes them. */
export interface PrefixUse {
  /** `192.168.1.0/24` */
  readonly prefix: string;
  /** Whether its first and last address may be given away as well. */
  readonly isPool: boolean;
  /** Addresses that exist. */
  readonly taken: readonly string[];
  /** Blocks to stay out of: ranges, child prefixes. */
  readonly avoided: readonly AddressBlock[];
}

/**
 * The first free addresses of a prefix, at most `limit`, with its mask. Leaves out what NetBox
 * leaves out: the network and broadcast address of an IPv4 prefix that is no pool (of /31 and
 * /32 every address counts), the first address of an IPv6 one. Pure.
 */
export function findFreeAddresses(use: PrefixUse, limit: number): readonly string[] {
  const [, prefixLength] = ipaddr.parseCIDR(use.prefix);
  const isIpv6 = use.prefix.includes(":");
  const blocks = mergeBlocks([
    ...use.taken.map((address) => blockOfAddress(address)),
    ...use.avoided,
  ]);
  const free: string[] = [];
  const whole = usableBlock(use);
  let next = whole.first;
  for (const block of [...blocks, { first: whole.last + 1n, last: whole.last + 1n }]) {
    for (; next < block.first && next <= whole.last && free.length < limit; next += 1n) {
      free.push(`${formatAddress(next, isIpv6)}/${prefixLength}`);
    }
    next = next > block.last ? next : block.last + 1n;
  }
  return free;
}

/** The block of a network such as `192.168.1.0/28`. */
export function blockOfNetwork(network: string): AddressBlock {
  const [address, prefixLength] = ipaddr.parseCIDR(network);
  const bits = BigInt((address.kind() === "ipv4" ? 32 : 128) - prefixLength);
  const first = (numberOf(network) >> bits) << bits;
  return { first, last: first + (1n << bits) - 1n };
}

/** The block of a range, from the first to the last address with or without a mask. */
export function blockOfRange(start: string, end: string): AddressBlock {
  return { first: numberOf(start), last: numberOf(end) };
}

function blockOfAddress(address: string): AddressBlock {
  const number = numberOf(address);
  return { first: number, last: number };
}

function usableBlock({ prefix, isPool }: PrefixUse): AddressBlock {
  const { first, last } = blockOfNetwork(prefix);
  if (isPool || last - first < 2n) {
    return { first, last };
  }
  return prefix.includes(":")
    ? { first: first + 1n, last }
    : { first: first + 1n, last: last - 1n };
}

function mergeBlocks(blocks: readonly AddressBlock[]): readonly AddressBlock[] {
  return blocks.toSorted((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)));
}

function numberOf(address: string): bigint {
  const bytes = ipaddr.parse(address.replace(/\/\d+$/, "")).toByteArray();
  return bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
}

function formatAddress(number: bigint, isIpv6: boolean): string {
  const size = isIpv6 ? 16 : 4;
  const bytes = Array.from({ length: size }, (_, index) =>
    Number((number >> BigInt(8 * (size - 1 - index))) & 255n),
  );
  return ipaddr.fromByteArray(bytes).toString();
}
