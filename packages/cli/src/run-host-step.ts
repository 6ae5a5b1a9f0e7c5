import type { Deployment } from "@multipass-netbox/deployer";
import { abortOnSignal } from "./abort-on-signal.ts";
import type { Terminal } from "./open-terminal.ts";
import { runStep } from "./run-step.ts";

/** A deployment, and who is told about it. */
export interface HostStage {
  readonly deployment: Deployment;
  readonly terminal: Terminal;
}

/** Runs one long step on a host, showing what it says. Ctrl-C aborts it with `INTERRUPTED`. */
export async function runHostStep<T>(
  title: string,
  { deployment, terminal }: HostStage,
  step: (deployment: Deployment) => Promise<T>,
): Promise<T> {
  using stop = abortOnSignal();
  return await runStep(title, terminal, (onLine) =>
    step({ ...deployment, onLine, signal: stop.signal }),
  );
}
