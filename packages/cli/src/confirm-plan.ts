import { createInterface } from "node:readline/promises";
import { MultipassError, operationsOf, type Plan } from "@multipass-netbox/core";
import type { SeedOperation } from "@multipass-netbox/seeder";
import type { SeedOptions } from "./seed-options.ts";
import type { Terminal } from "./open-terminal.ts";
import { countActions, renderPlan } from "./show-plan.ts";

/**
 * Shows a plan and asks whether to apply it. `--yes` is a yes; without a terminal to ask at,
 * it is needed. Throws `USAGE` when nobody can be asked.
 */
export async function confirmPlan(
  plan: Plan<SeedOperation>,
  { yes = false }: SeedOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (!terminal.json) {
    for (const line of renderPlan(plan)) {
      terminal.note(line);
    }
  }
  if (yes) {
    return true;
  }
  if (!terminal.isInteractive || terminal.json) {
    throw new MultipassError("USAGE", "there is nobody to ask, so nothing was changed", {
      hint: "Add --yes to apply the plan without being asked.",
    });
  }
  const count = countActions(operationsOf(plan));
  return await ask(`Apply to ${plan.target}: ${count}? [y/N] `);
}

async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|o|oui)$/i.test((await lines.question(question)).trim());
  } finally {
    lines.close();
  }
}
