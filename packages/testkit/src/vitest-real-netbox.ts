import { isMultipassError } from "@multipass-netbox/core";
import { startNetBox } from "@multipass-netbox/netbox-lab";
import type { TestProject } from "vitest/node";
import type { RealNetBox } from "./real-netbox.ts";

/** Vitest's global set-up for integration tests: one real NetBox per run, gone at its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lab = await startNetBox().catch(explainAndExit);
  const { url, token }: RealNetBox = { url: lab.url, token: lab.token.reveal() };
  project.provide("netboxUrl", url);
  project.provide("netboxToken", token);
  return () => lab.stop();
}

// Vitest shows what a set-up throws as a bug with a stack; what is missing here has a remedy.
function explainAndExit(error: unknown): never {
  if (!isMultipassError(error)) {
    throw error;
  }
  const { code, message, hint = "" } = error;
  process.stderr.write(`\nno NetBox to test with: error[${code}] ${message}\nhint: ${hint}\n`);
  process.exit(1);
}
