import type { HostLayout } from "./host-layout.ts";
import { hostScript, quote } from "./host-script.ts";
import type { Runner } from "@multipass-netbox/core";

/** One change of a deployment, with a folder of its own on the host. */
export interface HostRun {
  /** Sorts by time: `2026-11-25T03-15-00Z-deploy-1a2b`. */
  readonly id: string;
  readonly folder: string;
}

/** What is written when a run begins: enough to finish it or to put back what was before. */
export interface RunRecord {
  readonly id: string;
  readonly command: string;
  readonly who: string;
  readonly at: string;
  readonly [key: string]: unknown;
}

/** How a run ended. */
export type RunResult = "done" | "failed" | "rolled back";

/** Makes the folder of a run and writes its record, before the first effect. */
export async function beginRun(
  runner: Runner,
  layout: HostLayout,
  record: RunRecord,
): Promise<HostRun> {
  const folder = `${layout.runs}/${record.id}`;
  await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(
      `mkdir -p ${quote(folder)} || exit 1`,
      writeText(`${folder}/run.json`, JSON.stringify(record)),
      auditLine(layout, { ...auditOf(record), result: "begun" }),
    ),
  });
  return { id: record.id, folder };
}

/** Writes how a run ended, and the line of the audit file. */
export async function endRun(
  runner: Runner,
  layout: HostLayout,
  end: { readonly record: RunRecord; readonly result: RunResult; readonly detail: object },
): Promise<void> {
  const { record, result, detail } = end;
  const at = new Date().toISOString();
  await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(
      writeText(
        `${layout.runs}/${record.id}/receipt.json`,
        JSON.stringify({ id: record.id, at, result, ...detail }),
      ),
      auditLine(layout, { ...auditOf(record), at, result }),
    ),
  });
}

/** The same where something went wrong already: what is wrong with writing it does not matter more. */
export async function tryToEnd(
  { runner, layout }: { readonly runner: Runner; readonly layout: HostLayout },
  end: Parameters<typeof endRun>[2],
): Promise<void> {
  try {
    await endRun(runner, layout, end);
  } catch {
    // A run without an end is one that the next command finishes.
  }
}

function auditOf({ id, command, who, at }: RunRecord): object {
  return { at, who, command, run: id };
}

/** Shell that writes a text of ours whole or not at all, mode 0600. Pure. */
function writeText(path: string, text: string): string {
  const encoded = Buffer.from(`${text}\n`, "utf8").toString("base64");
  return `base64 -d > ${quote(`${path}.new`)} <<'END' && mv ${quote(`${path}.new`)} ${quote(path)} || exit 1
${encoded}
END`;
}

/** Shell that adds one line to the audit file. Pure. */
function auditLine({ audit }: HostLayout, line: object): string {
  return `printf '%s\\n' ${quote(JSON.stringify(line))} >> ${quote(audit)} || exit 1`;
}
