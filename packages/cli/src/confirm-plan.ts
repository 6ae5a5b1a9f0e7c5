import { MultipassError, type Operation, operationsOf } from "@multipass-netbox/core";
import { askQuestion } from "./ask-question.ts";
import type { ChangeOptions } from "./change-options.ts";
import type { Terminal } from "./open-terminal.ts";
import { countActions, type ReadablePlan, renderPlan } from "./show-plan.ts";

/**
 * Shows a plan and asks whether to apply it. `--yes` is a yes; without a terminal to ask at,
 * it is needed. Throws `USAGE` when nobody can be asked.
 */
export async function confirmPlan<O extends Operation>(
  planned: ReadablePlan<O>,
  { yes = false }: Pick<ChangeOptions, "yes">,
  terminal: Terminal,
): Promise<boolean> {
  notePlan(planned, terminal);
  if (yes) {
    return true;
  }
  const { plan } = planned;
  assertAskable(terminal, "Add --yes to apply the plan without being asked.");
  const count = countActions(operationsOf(plan));
  const answer = await askQuestion(`Apply to ${plan.target}: ${count}? [y/N] `);
  return /^(y|yes|o|oui)$/i.test(answer);
}

/** Shows a plan on stderr; with `--json` it is part of the result, later. */
export function notePlan<O extends Operation>(planned: ReadablePlan<O>, terminal: Terminal): void {
  if (!terminal.json) {
    for (const line of renderPlan(planned)) {
      terminal.note(line);
    }
  }
}

/** Throws `USAGE` with the option that answers instead where there is nobody to ask. */
export function assertAskable(terminal: Terminal, hint: string): void {
  if (!terminal.isInteractive || terminal.json) {
    throw new MultipassError("USAGE", "there is nobody to ask, so nothing was changed", { hint });
  }
}
