// Prints `N passed, N failed` for reports of vitest's json reporter, plus the steps of CI that
// failed outside of them, and exits accordingly. A run without a single test has failed.
//   node scripts/print-totals.mjs FAILED_STEPS REPORT...
import { readFileSync } from "node:fs";

const [failedSteps, ...reports] = process.argv.slice(2);
const totals = reports.map(readTotals);
const passed = totals.reduce((sum, run) => sum + run.passed, 0);
const failed = totals.reduce((sum, run) => sum + run.failed, Number(failedSteps));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || totals.some((run) => run.passed === 0) ? 1 : 0;

function readTotals(file) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
