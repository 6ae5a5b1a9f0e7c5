import { isEmptyPlan, operationsOf, type Plan } from "@multipass-netbox/core";
import { describeOperation, type SeedOperation } from "@multipass-netbox/seeder";
import type { Terminal } from "./open-terminal.ts";

/** What a plan is shown for. */
export interface ShowPlanOptions {
  readonly mode: "apply" | "plan" | "verify";
  /** How many objects the seed holds. */
  readonly objects: number;
}

/** Prints a plan as the result of a command: lines for a person, or JSON. */
export function showPlan(
  plan: Plan<SeedOperation>,
  { mode, objects }: ShowPlanOptions,
  terminal: Terminal,
): void {
  if (terminal.json) {
    terminal.print(JSON.stringify({ plan }));
  } else if (isEmptyPlan(plan)) {
    const found = `${plan.target} holds all ${objects} objects as the seed files say`;
    terminal.print(mode === "verify" ? `Verified: ${found}.` : `Nothing to do: ${found}.`);
  } else {
    for (const line of renderPlan(plan, terminal)) {
      terminal.print(line);
    }
  }
}

/** A plan as lines: its target, its operations in order, its size. */
export function renderPlan(plan: Plan<SeedOperation>, terminal: Terminal): readonly string[] {
  const operations = operationsOf(plan);
  return [
    `Plan for ${plan.target}`,
    "",
    ...operations.flatMap((operation) => renderOperation(operation, terminal)),
    "",
    `${countActions(operations)}.`,
  ];
}

/** `40 to create, 1 to update` */
export function countActions(operations: readonly SeedOperation[]): string {
  const counts = Map.groupBy(operations, ({ action }) => action);
  return [...counts].map(([action, { length }]) => `${length} to ${action}`).join(", ");
}

function renderOperation(operation: SeedOperation, terminal: Terminal): readonly string[] {
  const [head = "", ...fields] = describeOperation(operation);
  const [symbol, style] =
    operation.action === "create" ? (["+", "green"] as const) : (["~", "yellow"] as const);
  return [`  ${terminal.style(style, symbol)} ${head}`, ...fields.map((field) => `    ${field}`)];
}
