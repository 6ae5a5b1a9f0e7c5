import type { Figure, Target } from "./figure.ts";
import { say } from "./say.ts";

/** What one run took, and how many objects it was about. */
export interface Run {
  readonly seconds: number;
  readonly objects: number;
}

/** One way to do the work that a section compares. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<Run>;
  readonly targets?: readonly Target[];
}

export interface Rounds {
  readonly rounds: number;
  /** How many objects each run must be about: one that loses some has not done the work. */
  readonly objects: number;
  /** Puts everything back to where it was before a run; not timed. */
  readonly reset?: () => Promise<void>;
  /** Is told of a run that failed; its contestant is left out from then on. Without it, it throws. */
  readonly onFailure?: (name: string, error: unknown) => void;
}

/**
 * Runs every contestant once per round, one after the other, each round beginning with another
 * one, so that what else the machine does meets them all alike.
 */
export async function runRounds(
  contestants: readonly Contestant[],
  settings: Rounds,
): Promise<readonly Figure[]> {
  const entries = contestants.map((contestant) => ({ contestant, samples: [] as number[] }));
  const failed = new Set<Contestant>();
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const { contestant, samples } of rotate(entries, round)) {
      if (failed.has(contestant)) continue;
      const seconds = await runOnce(contestant, settings);
      if (seconds === undefined) failed.add(contestant);
      else samples.push(seconds);
      const took = seconds === undefined ? "fails" : `${seconds.toFixed(2)} s`;
      say(`  round ${round + 1}  ${took.padStart(9)}  ${contestant.name}`);
    }
  }
  return entries
    .filter(({ contestant }) => !failed.has(contestant))
    .map(({ contestant: { name, targets }, samples }) => ({
      name,
      unit: "s",
      samples,
      objects: settings.objects,
      targets,
    }));
}

async function runOnce(
  { name, run }: Contestant,
  { objects, reset, onFailure }: Rounds,
): Promise<number | undefined> {
  await reset?.();
  try {
    const done = await run();
    if (done.objects === objects) return done.seconds;
    throw new Error(`${name}: ${done.objects} objects instead of ${objects}`);
  } catch (error) {
    if (onFailure === undefined) throw error;
    onFailure(name, error);
    return undefined;
  }
}

/** Times work that gives the number of objects it was about. */
export function timed(work: () => Promise<number>): () => Promise<Run> {
  return async () => {
    const begunMs = performance.now();
    const objects = await work();
    return { seconds: (performance.now() - begunMs) / 1000, objects };
  };
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
