import {
  applyPlan,
  type ApplyResult,
  isComplete,
  isEmptyPlan,
  type Journal,
  MultipassError,
  operationsOf,
} from "@multipass-netbox/core";
import { createSeedExecutor, describeOperation, type SecretStore } from "@multipass-netbox/seeder";
import { abortOnSignal } from "./abort-on-signal.ts";
import { buildApplyError } from "./build-apply-error.ts";
import { countOf } from "./count-of.ts";
import { openSecrets } from "./open-secrets.ts";
import type { Terminal } from "./open-terminal.ts";
import { openReceiptFile, type ReceiptFile } from "./receipt-file.ts";
import { renderLine } from "./render-line.ts";
import { runStep } from "./run-step.ts";
import type { PlannedSeed, SeedTask } from "./seed-task.ts";
import { renderPlan } from "./show-plan.ts";

/** A plan together with the task that made it. */
interface SeedRun extends PlannedSeed {
  readonly task: SeedTask;
  readonly secrets: SecretStore;
}

/**
 * Applies a plan, shows its receipt, and plans again: the second plan must be empty. Ctrl-C stops
 * after the request under way.
 */
export async function applySeedChanges(
  task: SeedTask,
  planned: PlannedSeed,
  terminal: Terminal,
): Promise<void> {
  await using secrets = await openSecrets(planned.plan, task.secretFolder);
  const receiptFile = openReceiptFile(task.command.replaceAll(" ", "-"), planned.plan);
  const result = await applyWithProgress({ task, secrets, ...planned }, receiptFile, terminal);
  if (result.failure !== undefined || !isComplete(result.receipt)) {
    throw buildApplyError(result, receiptFile.path);
  }
  await verify(task, receiptFile);
  const { receipt } = result;
  terminal.print(
    terminal.json
      ? JSON.stringify({ plan: planned.plan, receipt, receiptFile: receiptFile.path })
      : `Done: ${countOf(receipt.done.length, "change")}, read back and verified. Receipt: ${receiptFile.path}`,
  );
}

async function verify(task: SeedTask, { path }: ReceiptFile): Promise<void> {
  const hint = `Everything was written. Is somebody else changing the same objects? Receipt: ${path}`;
  const { plan } = await task.plan().catch((cause: unknown) => {
    throw new MultipassError("APPLY_FAILED", "the check after writing failed", { cause, hint });
  });
  if (!isEmptyPlan(plan)) {
    const rest = renderPlan({ plan, describe: describeOperation })
      .map((line) => renderLine(line))
      .join("\n");
    throw new MultipassError("APPLY_FAILED", `NetBox still differs after writing\n${rest}`, {
      hint,
    });
  }
}

async function applyWithProgress(
  { task, plan, inventory, secrets }: SeedRun,
  receiptFile: ReceiptFile,
  terminal: Terminal,
): Promise<ApplyResult> {
  const total = operationsOf(plan).length;
  using stop = abortOnSignal();
  const changelogMessage = `multipass-netbox ${task.command}`;
  return await runStep(`Write to ${plan.target}`, terminal, (report) =>
    applyPlan(plan, {
      execute: createSeedExecutor({
        client: task.netbox.client,
        inventory,
        secrets,
        changelogMessage,
      }),
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
