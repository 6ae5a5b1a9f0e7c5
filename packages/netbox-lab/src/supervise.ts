/**
 * The supervisor: a process of its own, the only parent of a lab's services. It lives as
 * long as its stdin is open (see supervisor-protocol.ts), so the lab ends with the caller
 * however the caller ends.
 */
import { createInterface } from "node:readline";
import { isMultipassError, MultipassError } from "@multipass-netbox/core";
import { runLab } from "./run-lab.ts";
import { detachLine, type SuperviseRequest, type SupervisorEvent } from "./supervisor-protocol.ts";

const stopping = new AbortController();
const lines = createInterface({ input: process.stdin });

process.on("SIGTERM", stop);
// Meant for the caller; it tells us by ending.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
// A detached caller has closed its ends.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
lines.once("line", (line) => {
  lines.on("line", (next) => {
    if (next === detachLine) lines.off("close", stop);
  });
  void supervise(JSON.parse(line) as SuperviseRequest);
});
lines.once("close", stop);

async function supervise(request: SuperviseRequest): Promise<void> {
  try {
    await runLab(request, { report, stop: stopping.signal });
  } catch (error) {
    reportFailure(error);
  }
  process.exit();
}

function stop(): void {
  stopping.abort(new MultipassError("NOT_READY", "The lab was stopped"));
}

function report(event: SupervisorEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function reportFailure(error: unknown): void {
  const { code, message, hint } = isMultipassError(error)
    ? error
    : new MultipassError("INTERNAL", error instanceof Error ? (error.stack ?? "") : String(error));
  report({ type: "failed", code, message, hint });
}
