import { type CreateCase, loadCreateCases } from "./create-cases.ts";
import type { Figure, Section } from "./figure.ts";
import { median } from "./median.ts";
import { type Arena, openArena } from "./open-arena.ts";
import { runAtOnce } from "./run-at-once.ts";
import { type Contestant, runRounds, timed } from "./run-rounds.ts";
import { say } from "./say.ts";

/** Objects of one bulk request, and how many requests are under way at once. */
interface Batching {
  readonly items: number;
  readonly concurrency: number;
}

/** Creating objects: the client with its defaults, pynetbox, and the best that can be had. */
export async function measureCreate(rounds: number): Promise<readonly Section[]> {
  await using arena = await openArena();
  const sections: Section[] = [];
  for (const one of await loadCreateCases(arena)) {
    say(`Creating ${one.bodies.length} ${one.name}`);
    sections.push(...(await measureCase(arena, one, rounds)));
  }
  return sections;
}

/**
 * The best of many noisy figures looks better than it is. So the variants are tried first, and
 * the one that wins runs again beside the others.
 */
async function measureCase(
  arena: Arena,
  one: CreateCase,
  rounds: number,
): Promise<readonly Section[]> {
  const settings = { rounds, objects: one.bodies.length, reset: () => clear(arena, one) };
  const batchings = listBatchings(one.bodies.length);
  const variants = batchings.map((batching) => rawContestant(arena, one, batching));
  // The first one to write a kind of object would pay for what NetBox keeps from then on.
  await variants[0]?.run();
  const failures: string[] = [];
  const onFailure = (name: string, error: unknown): void => {
    failures.push(`${name} (${(error as Error).message})`);
  };
  const tried = await runRounds(variants, { ...settings, onFailure });
  const best = variants.find(({ name }) => name === fastest(tried)) as Contestant;
  const figures = await runRounds(rivals(arena, one, best), settings);
  await clear(arena, one);
  const title = `Creating ${one.bodies.length} ${one.name}`;
  const note = failures.length === 0 ? undefined : `NetBox fails: ${failures.join("; ")}.`;
  return [
    { title, figures },
    { title: `${title}: chunks and concurrency`, figures: tried, note },
  ];
}

function fastest(figures: readonly Figure[]): string | undefined {
  const [first] = figures.toSorted((a, b) => median(a.samples) - median(b.samples));
  return first?.name;
}

function rivals(arena: Arena, one: CreateCase, best: Contestant): readonly Contestant[] {
  const { bodies, pynetboxEndpoint: endpoint, oneByOneTarget } = one;
  return [
    {
      name: "the client, `create` with its defaults",
      run: timed(async () => (await one.create(arena.client, bodies)).objects.length),
    },
    {
      name: "pynetbox, one by one",
      run: () => arena.pynetbox.run({ task: "create-each", endpoint, bodies }),
      targets: [{ of: "ratio", bound: "at least", limit: oneByOneTarget }],
    },
    {
      name: "pynetbox, one list",
      run: () => arena.pynetbox.run({ task: "create-list", endpoint, bodies }),
    },
    {
      ...best,
      name: `the best of undici: ${best.name}`,
      targets: [{ of: "ratio", bound: "at least", limit: 0.9 }],
    },
  ];
}

function rawContestant(
  arena: Arena,
  one: CreateCase,
  { items, concurrency }: Batching,
): Contestant {
  const chunks = Array.from({ length: Math.ceil(one.bodies.length / items) }, (_, index) =>
    one.bodies.slice(index * items, (index + 1) * items),
  );
  const create = async (): Promise<number> => {
    const posts = chunks.map((chunk) => () => arena.raw.post(one.path, chunk));
    const answers = await runAtOnce(posts, concurrency);
    return answers.flat().length;
  };
  return { name: `chunks of ${items}, ${concurrency} at once`, run: timed(create) };
}

/** Every size and concurrency that differ in what they send. */
function listBatchings(objects: number): readonly Batching[] {
  const sizes = new Set([25, 50, 100, objects]);
  return [...sizes].flatMap((items) =>
    [1, 2, 4]
      .filter((concurrency) => concurrency === 1 || concurrency <= Math.ceil(objects / items))
      .map((concurrency) => ({ items, concurrency })),
  );
}

/** Removes what a run has made, with what NetBox wrote down about it. */
async function clear({ database }: Arena, { table }: CreateCase): Promise<void> {
  await database.query(
    `DELETE FROM ${table}; DELETE FROM extras_cachedvalue; DELETE FROM core_objectchange`,
  );
  await database.query(`VACUUM ANALYZE ${table}`);
}
