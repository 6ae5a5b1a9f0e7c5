import { startNetBox } from "@multipass-netbox/netbox-lab";
import type { TestProject } from "vitest/node";
import type { RealNetBox } from "./real-netbox.ts";

/** Vitest's global set-up for integration tests: one real NetBox per run, gone at its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lab = await startNetBox();
  const { url, token }: RealNetBox = { url: lab.url, token: lab.token.reveal() };
  project.provide("netboxUrl", url);
  project.provide("netboxToken", token);
  return () => lab.stop();
}
