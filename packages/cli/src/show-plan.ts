import { isEmptyPlan, operationsOf, type Plan } from "@multipass-netbox/core";
import { describeOperation, type SeedOperation } from "@multipass-netbox/seeder";
import { cleanLine } from "./clean-text.ts";
import type { Terminal } from "./open-terminal.ts";
import type { Line } from "./render-line.ts";

/**
 * Prints a plan as the result of a command: lines for a person, or JSON; of an empty one what it
 * means.
 */
export function showPlan(plan: Plan<SeedOperation>, whenEmpty: string, terminal: Terminal): void {
  if (terminal.json) {
    terminal.print(JSON.stringify({ plan }));
    return;
  }
  for (const line of isEmptyPlan(plan) ? [whenEmpty] : renderPlan(plan)) {
    terminal.print(line);
  }
}

/** A plan as lines: its target, its operations in order, its size. No name ends a line. Pure. */
export function renderPlan(plan: Plan<SeedOperation>): readonly Line[] {
  const operations = operationsOf(plan);
  return [
    `Plan for ${plan.target}`,
    "",
    ...operations.flatMap(renderOperation),
    "",
    `${countActions(operations)}.`,
  ];
}

/** `40 to create, 1 to update` */
export function countActions(operations: readonly SeedOperation[]): string {
  const counts = Map.groupBy(operations, ({ action }) => action);
  return [...counts].map(([action, { length }]) => `${length} to ${action}`).join(", ");
}

const marks = {
  create: ["+", "green"],
  update: ["~", "yellow"],
  delete: ["-", "red"],
} as const;

function renderOperation(operation: SeedOperation): readonly Line[] {
  const [head = "", ...fields] = describeOperation(operation).map(cleanLine);
  const [text, style] = marks[operation.action];
  return [["  ", { style, text }, ` ${head}`], ...fields.map((field) => `    ${field}`)];
}
