import type { Kind } from "./kind.ts";
import type { Row } from "./store.ts";

const collator = new Intl.Collator("en", { numeric: true });

/** Compares rows by the parts of an order, numbers as numbers and text as NetBox sorts names. */
export function compareRows(order: Kind["order"]): (a: Row, b: Row) => number {
  return (a, b) => {
    const others = order(b);
    for (const [index, part] of order(a).entries()) {
      const difference = compareParts(part, others[index] ?? -1);
      if (difference !== 0) {
        return difference;
      }
    }
    return 0;
  };
}

/** Numbers as numbers, text with its numbers as numbers. */
export function compareParts(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : collator.compare(String(a), String(b));
}
