import { isMultipassError } from "@multipass-netbox/core";
import type { TestProject } from "vitest/node";
import { startThrowAwayVm } from "./vm/start-throw-away-vm.ts";
import type { VmDescription } from "./vm/vm-description.ts";

/** Vitest's global set-up for host tests: one throw-away VM per run, gone at its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  say(
    "A host to test with: one container of at most two cores and 4 GB, with a Docker of its own.",
  );
  const vm = await startThrowAwayVm({ onProgress: say }).catch(explainAndExit);
  const { container, sshPort, user, identityFile, hostKey, knownHostsFile, images } = vm;
  const address = { container, sshPort, user, identityFile, hostKey, knownHostsFile };
  const throwAwayVm: VmDescription = { ...address, images };
  project.provide("throwAwayVm", throwAwayVm);
  return async () => vm[Symbol.asyncDispose]();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

// Vitest shows what a set-up throws as a bug with a stack; what is missing here has a remedy.
function explainAndExit(error: unknown): never {
  if (!isMultipassError(error)) {
    throw error;
  }
  const { code, message, hint = "" } = error;
  process.stderr.write(`\nno host to test with: error[${code}] ${message}\nhint: ${hint}\n`);
  process.exit(1);
}
