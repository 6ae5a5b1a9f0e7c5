import {
  type AddressBlock,
  compareBlocks,
  networkBits,
  parseAddressBlock,
} from "./address-block.ts";
import type { DesiredObject } from "./desired-object.ts";

/** The prefixes of the seed files, found by what they hold. */
export interface PrefixIndex {
  /** Those that hold both addresses, the smallest first. */
  readonly around: (first: AddressBlock, last?: AddressBlock) => readonly DesiredObject[];
  /** The networks of a family in order. */
  readonly networksOf: (bits: number) => readonly string[];
}

interface PlacedPrefix {
  readonly prefix: DesiredObject;
  readonly block: AddressBlock;
}

/** Asks one question for each length of mask there is, however many prefixes. Pure. */
export function buildPrefixIndex(prefixes: readonly DesiredObject[]): PrefixIndex {
  const placed = prefixes
    .map((prefix) => ({ prefix, block: parseAddressBlock(prefix.key) }))
    .toSorted((a, b) => compareBlocks(a.block, b.block));
  const families = Map.groupBy(placed, ({ block }) => block.bits);
  const names = new Map([...families].map(([bits, family]) => [bits, family.map(keyOf)]));
  const lengths = new Map([...families].map(([bits, family]) => [bits, lengthsOf(family)]));
  const byNetwork = new Map(
    placed.map(({ prefix, block }) => [nameOf(block, block.prefixLength), prefix]),
  );
  return {
    around: (first, last = first) =>
      (lengths.get(first.bits) ?? []).flatMap((length) => {
        const name = nameOf(first, length);
        return name === nameOf(last, length) ? (byNetwork.get(name) ?? []) : [];
      }),
    networksOf: (bits) => names.get(bits) ?? [],
  };
}

function keyOf({ prefix }: PlacedPrefix): string {
  return prefix.key;
}

function lengthsOf(family: readonly PlacedPrefix[]): readonly number[] {
  return [...new Set(family.map(({ block }) => block.prefixLength))].toSorted((a, b) => b - a);
}

function nameOf(block: AddressBlock, prefixLength: number): string {
  return `${block.bits}/${prefixLength}/${networkBits(block, prefixLength)}`;
}
