// `npm run check`: everything that needs no server, in the order in which it fails fastest.
// With `--static`, all of it but the tests.
import { showCommand } from "./show-command.ts";

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
  showCommand(command, args);
}
