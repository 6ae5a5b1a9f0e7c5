import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import { MultipassError } from "@multipass-netbox/core";
import type { HostObservation } from "./host-observation.ts";
import { checkHost } from "./preflight/check-host.ts";
import { checkNames } from "./preflight/check-names.ts";
import { checkPorts } from "./preflight/check-ports.ts";
import { checkSpace } from "./preflight/check-space.ts";
import { checkVersionChange } from "./preflight/check-version-change.ts";

/** Something that would make a deployment fail or hurt somebody, and what to do about it. */
export interface PreflightProblem {
  readonly message: string;
  readonly remedy: string;
}

/** What a preflight looks at. */
export interface PreflightSubject {
  readonly stack: RenderedStack;
  readonly observation: HostObservation;
  /** This machine's clock, in seconds since 1970. */
  readonly clock: number;
  /** What all containers and processes together may use, in bytes. */
  readonly memoryBudgetBytes: number;
  /** Whether another NetBox version than the running one is wanted, as `upgrade` does. */
  readonly mayChangeVersion: boolean;
}

/** Everything that stands in the way, all at once. Empty when nothing does. Pure. */
export function findPreflightProblems(subject: PreflightSubject): readonly PreflightProblem[] {
  const hostProblems = checkHost(subject);
  if (hostProblems.some(({ isFatal }) => isFatal)) {
    return hostProblems;
  }
  const checks = [checkNames, checkPorts, checkSpace, checkVersionChange];
  return [...hostProblems, ...checks.flatMap((check) => check(subject))];
}

/** Throws `PREFLIGHT_FAILED` with all problems; does nothing when there is none. */
export function assertPreflight(problems: readonly PreflightProblem[], target: string): void {
  if (problems.length > 0) {
    const lines = problems.map(({ message, remedy }) => `  - ${message}\n    ${remedy}`);
    throw new MultipassError(
      "PREFLIGHT_FAILED",
      `${target} is not ready for NetBox: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}\n${lines.join("\n")}`,
      { hint: "Nothing was changed on the host." },
    );
  }
}
