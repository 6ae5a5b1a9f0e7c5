import { MultipassError } from "@multipass-netbox/core";
import { comparePositions, formatPosition, type Problem } from "./position.ts";

/** One `SEED_INVALID` for all problems of all files, each on a line of its own with its place. */
export function buildSeedError(problems: readonly Problem[]): MultipassError {
  const lines = problems.toSorted(byPlace).map(formatProblem);
  const count = lines.length === 1 ? "a problem" : `${lines.length} problems`;
  return new MultipassError("SEED_INVALID", `${count} in the seed files\n${lines.join("\n")}`, {
    hint: "Nothing was sent to NetBox. Mend the files and run the command again.",
  });
}

function formatProblem({ position, message }: Problem): string {
  return `  ${formatPosition(position)}  ${message}`;
}

function byPlace(a: Problem, b: Problem): number {
  return comparePositions(a.position, b.position) || (a.message < b.message ? -1 : 1);
}
