// `npm run check`: everything that needs no server, in the order in which it fails fastest.
// With `--static`, all of it but the tests.
import { spawnSync } from "node:child_process";

type Check = readonly [string, ...string[]];

const readers: readonly Check[] = [
  ["oxfmt", "--check"],
  ["tsc", "-b"],
  ["oxlint", "--type-aware", "--deny-warnings"],
  ["knip"],
];
const tests: readonly Check[] = [["vitest", "run", "--project", "unit"]];

for (const [command, ...args] of process.argv.includes("--static")
  ? readers
  : [...readers, ...tests]) {
  process.stderr.write(`\n$ ${[command, ...args].join(" ")}\n`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
