import { type AddressBlock, parseAddressBlock } from "./address-block.ts";
import type { DesiredObject } from "./desired-object.ts";
import type { PrefixIndex } from "./prefix-index.ts";
import { textOf } from "./text-of.ts";

/** An address or a range of them, and the prefixes of the seed files around it. */
export interface PlacedAddress {
  readonly object: DesiredObject;
  /** The field that holds the address, or the first one of the range. */
  readonly field: string;
  readonly first: AddressBlock;
  /** The same as the first where it is one address. */
  readonly last: AddressBlock;
  /** The smallest first. */
  readonly prefixes: readonly DesiredObject[];
}

/** Finds where each address and each range is. Pure. */
export function placeAddresses(
  objects: readonly DesiredObject[],
  index: PrefixIndex,
): readonly PlacedAddress[] {
  return objects.flatMap((object) => {
    const [field, lastField] = endFields[object.kind] ?? ["", ""];
    const [firstText, lastText] = [textOf(object, field), textOf(object, lastField)];
    if (firstText === undefined || lastText === undefined) {
      return [];
    }
    const [first, last] = [parseAddressBlock(firstText), parseAddressBlock(lastText)];
    return [{ object, field, first, last, prefixes: index.around(first, last) }];
  });
}

const endFields: Readonly<Record<string, readonly [string, string]>> = {
  "ip-address": ["address", "address"],
  "ip-range": ["start_address", "end_address"],
};
