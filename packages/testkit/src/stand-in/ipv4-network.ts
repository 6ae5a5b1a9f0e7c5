/** An IPv4 address with its mask. */
export interface Ipv4Network {
  /** The address as a number. */
  readonly address: number;
  /** The first address of the network. */
  readonly first: number;
  readonly last: number;
  readonly prefixLength: number;
}

/** Reads `192.168.1.161/24`; without a mask it is /32. Undefined for anything else. */
export function parseIpv4Network(text: unknown): Ipv4Network | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(String(text));
  const parts = (match ?? []).slice(1, 5).map(Number);
  const prefixLength = Number(match?.[5] ?? 32);
  if (!match || prefixLength > 32 || parts.some((part) => part > 255)) {
    return undefined;
  }
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  const size = 2 ** (32 - prefixLength);
  const first = address - (address % size);
  return { address, first, last: first + size - 1, prefixLength };
}

/** Writes a number as an address: `192.168.1.161`. */
export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");
}
