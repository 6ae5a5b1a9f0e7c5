import { InvalidArgumentError } from "commander";

/** A count given as an option. Throws what the command line shows as wrong use. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgumentError("It is a whole number, at least 1.");
  }
  return count;
}
