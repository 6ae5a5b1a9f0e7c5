import { startNetBox } from "@multipass-netbox/netbox-lab";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the real NetBox that all integration tests share. */
    netboxUrl: string;
    netboxToken: string;
  }
}

/** Vitest's global set-up for integration tests: one real NetBox per run, gone at its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lab = await startNetBox();
  project.provide("netboxUrl", lab.url);
  project.provide("netboxToken", lab.token.reveal());
  return () => lab.stop();
}
