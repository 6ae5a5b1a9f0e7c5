// Prints `N passed, N failed` for a report of vitest's json reporter, plus the steps of CI that
// failed outside of it, and exits accordingly. A run without a single test has failed.
import { readFileSync } from "node:fs";

const [report, failedSteps] = process.argv.slice(2);
const { passed, failed } = readTotals(report);
const total = failed + Number(failedSteps);
process.stdout.write(`${passed} passed, ${total} failed\n`);
process.exitCode = total > 0 || passed === 0 ? 1 : 0;

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
