import { runDetached } from "../detached-step.ts";
import type { RestoreRequest } from "./restore-backup.ts";
import { buildUndoScript } from "./restore-script.ts";

/**
 * Brings back what was there before a restore that broke off half way, as when the host went down.
 * Does nothing when none did. Throws `REMOTE_COMMAND_FAILED`, also while one is still at work.
 */
export async function undoRestore(
  request: Pick<RestoreRequest, "runner" | "layout" | "run" | "onLine" | "signal">,
): Promise<void> {
  const { runner, layout, run, onLine, signal } = request;
  const step = { folder: run.folder, name: "undo-restore", script: buildUndoScript(layout) };
  await runDetached(runner, step, { signal, onLine });
}
