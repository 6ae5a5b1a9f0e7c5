// `npm run check`: everything that needs no server, in the order in which it fails fastest.
import { spawnSync } from "node:child_process";

const checks: readonly (readonly [string, ...string[]])[] = [
  ["oxfmt", "--check"],
  ["tsc", "-b"],
  ["oxlint", "--type-aware", "--deny-warnings"],
  ["knip"],
  ["vitest", "run", "--project", "unit"],
];

for (const [command, ...args] of checks) {
  process.stderr.write(`\n$ ${[command, ...args].join(" ")}\n`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
