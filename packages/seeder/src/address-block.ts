import ipaddr from "ipaddr.js";

/** An address and the length of its mask, as numbers. */
export interface AddressBlock {
  /** 32 for IPv4, 128 for IPv6. */
  readonly bits: number;
  readonly address: bigint;
  readonly prefixLength: number;
}

/** Reads `10.0.0.5/24`; an address alone has the longest mask. The text must be valid. Pure. */
export function parseAddressBlock(text: string): AddressBlock {
  const [address = "", prefixLength] = text.split("/");
  const bytes = ipaddr.parse(address).toByteArray();
  const bits = bytes.length * 8;
  return {
    bits,
    address: bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
    prefixLength: prefixLength === undefined ? bits : Number(prefixLength),
  };
}

/** The bits of an address that a mask of that length keeps. */
export function networkBits({ bits, address }: AddressBlock, prefixLength: number): bigint {
  return address >> BigInt(bits - prefixLength);
}

/** Orders by family, then address, then the larger network first. */
export function compareBlocks(a: AddressBlock, b: AddressBlock): number {
  if (a.bits !== b.bits || a.address === b.address) {
    return a.bits - b.bits || a.prefixLength - b.prefixLength;
  }
  return a.address < b.address ? -1 : 1;
}
