import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface BenchOptions {
  /** The parts to run, in their own order. */
  readonly only: readonly string[];
  readonly rounds: number;
}

/** Reads the arguments; throws for words that it does not know. */
export function parseBenchOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string", default: "3" },
    },
  });
  const unknown = values.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no part ${unknown.join(", ")}; there are ${names.join(", ")}`);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds ${values.rounds}: a whole number from 1 on`);
  }
  return { only: values.only.length === 0 ? names : values.only, rounds };
}
