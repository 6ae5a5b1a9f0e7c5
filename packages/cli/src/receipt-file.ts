import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Journal, Plan } from "@multipass-netbox/core";
import { makeStateFolder } from "./state-folder.ts";

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
  const folder = makeStateFolder("receipts");
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
