import { appendFileSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Journal, Plan } from "@multipass-netbox/core";

/** A journal in a file of its own, one JSON document per line. */
export interface ReceiptFile extends Journal {
  readonly path: string;
}

/**
 * Opens the receipt of a run in the user's state folder. Its first line is the plan with all
 * values before and after; each further line says what was begun and what came of it, with
 * the time. Lines are written before `append` returns, so that they outlive `kill -9`.
 */
export function openReceiptFile(command: string, plan: Plan): ReceiptFile {
  const folder = join(stateFolder(), "multipass-netbox", "receipts");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replaceAll(":", "-");
  const path = join(folder, `${stamp}-${command}-${process.pid}.jsonl`);
  const write = (line: object): void => {
    appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`, {
      mode: 0o600,
    });
  };
  write({ type: "plan", command, plan });
  return { path, append: write };
}

function stateFolder(): string {
  const named = process.env["XDG_STATE_HOME"] ?? process.env["LOCALAPPDATA"];
  return named ?? join(homedir(), ".local", "state");
}
