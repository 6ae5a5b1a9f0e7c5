// `npm run bench`: what the product costs beside what else there is, on a real NetBox that it
// starts itself. Tables on stdout and in docs/performance.md, everything in bench-results.json.
//   npm run bench -- [--only create|list|own-cost|seed|startup]... [--rounds N]
// No figure decides the exit code: it is 1 only where something could not be measured.
import { inspect } from "node:util";
import { type BenchOptions, parseBenchOptions } from "./bench-options.ts";
import { describeConditions } from "./describe-conditions.ts";
import type { Section } from "./figure.ts";
import { measureCreate } from "./part-create.ts";
import { measureList } from "./part-list.ts";
import { measureOwnCost } from "./part-own-cost.ts";
import { measureSeed } from "./part-seed.ts";
import { measureStartup } from "./part-startup.ts";
import { renderSection } from "./render-section.ts";
import { writeResults } from "./write-results.ts";

const parts: Readonly<Record<string, (rounds: number) => Promise<readonly Section[]>>> = {
  create: measureCreate,
  list: measureList,
  "own-cost": measureOwnCost,
  seed: measureSeed,
  startup: async () => measureStartup(),
};

try {
  await runBench(parseBenchOptions(process.argv.slice(2), Object.keys(parts)));
} catch (error) {
  process.stderr.write(`error: ${inspect(error)}\n`);
  process.exitCode = 1;
}

async function runBench({ only, rounds }: BenchOptions): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (!only.includes(name)) continue;
    const sections = await measure(rounds);
    const result = { conditions: describeConditions(sections), sections };
    writeResults(name, result);
    process.stdout.write(`${sections.map(renderSection).join("\n\n")}\n\n${result.conditions}\n\n`);
  }
}
