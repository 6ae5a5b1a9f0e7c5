import {
  applyPlan,
  type ApplyResult,
  isComplete,
  isEmptyPlan,
  type Journal,
  MultipassError,
  operationsOf,
} from "@multipass-netbox/core";
import { createSeedExecutor } from "@multipass-netbox/seeder";
import { abortOnSignal } from "./abort-on-signal.ts";
import { buildApplyError } from "./build-apply-error.ts";
import type { Terminal } from "./open-terminal.ts";
import { openReceiptFile, type ReceiptFile } from "./receipt-file.ts";
import { runStep } from "./run-step.ts";
import { type PlannedSession, planSession, type SeedSession } from "./seed-session.ts";
import { renderPlan } from "./show-plan.ts";

/** A plan together with the session that made it. */
export interface SeedRun extends PlannedSession {
  readonly session: SeedSession;
}

/**
 * Applies a seed plan, shows its receipt, and plans again: the second plan must be empty.
 * Ctrl-C stops after the request under way.
 */
export async function applySeed(run: SeedRun, terminal: Terminal): Promise<void> {
  const receiptFile = openReceiptFile("seed", run.plan);
  const result = await applyWithProgress(run, receiptFile, terminal);
  if (result.failure !== undefined || !isComplete(result.receipt)) {
    throw buildApplyError(result, receiptFile.path);
  }
  await verify(run.session, receiptFile, terminal);
  const { receipt } = result;
  const count = receipt.done.length;
  terminal.print(
    terminal.json
      ? JSON.stringify({ plan: run.plan, receipt, receiptFile: receiptFile.path })
      : `Done: ${count} ${count === 1 ? "change" : "changes"}, read back and verified. Receipt: ${receiptFile.path}`,
  );
}

async function verify(
  session: SeedSession,
  { path }: ReceiptFile,
  terminal: Terminal,
): Promise<void> {
  const hint = `Everything was written. Is somebody else changing the same objects? Receipt: ${path}`;
  const { plan } = await planSession(session, {}).catch((cause: unknown) => {
    throw new MultipassError("APPLY_FAILED", "the check after writing failed", { cause, hint });
  });
  if (!isEmptyPlan(plan)) {
    const rest = renderPlan(plan, terminal).join("\n");
    throw new MultipassError("APPLY_FAILED", `NetBox still differs after writing\n${rest}`, {
      hint,
    });
  }
}

async function applyWithProgress(
  { session, plan, inventory }: SeedRun,
  receiptFile: ReceiptFile,
  terminal: Terminal,
): Promise<ApplyResult> {
  const total = operationsOf(plan).length;
  using stop = abortOnSignal();
  return await runStep(`Write to ${plan.target}`, terminal, (report) =>
    applyPlan(plan, {
      execute: createSeedExecutor(session.client, inventory),
      journal: countOutcomes(receiptFile, (count, name) => {
        report(`${count}/${total} ${name}`);
      }),
      signal: stop.signal,
    }),
  );
}

function countOutcomes(
  journal: Journal,
  onOutcome: (count: number, name: string) => void,
): Journal {
  let count = 0;
  return {
    append: (entry) => {
      journal.append(entry);
      if (entry.type === "outcome") {
        count += 1;
        onOutcome(count, entry.operation);
      }
    },
  };
}
