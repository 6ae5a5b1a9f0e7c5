import { isEmptyPlan, operationsOf, type Plan } from "@multipass-netbox/core";
import { describeOperation, type SeedOperation } from "@multipass-netbox/seeder";
import type { Terminal } from "./open-terminal.ts";

/**
 * Prints a plan as the result of a command: lines for a person, or JSON; of an empty one what it
 * means.
 */
export function showPlan(plan: Plan<SeedOperation>, whenEmpty: string, terminal: Terminal): void {
  if (terminal.json) {
    terminal.print(JSON.stringify({ plan }));
    return;
  }
  for (const line of isEmptyPlan(plan) ? [whenEmpty] : renderPlan(plan, terminal)) {
    terminal.print(line);
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

const marks = {
  create: ["+", "green"],
  update: ["~", "yellow"],
  delete: ["-", "red"],
} as const;

function renderOperation(operation: SeedOperation, terminal: Terminal): readonly string[] {
  const [head = "", ...fields] = describeOperation(operation);
  const [symbol, style] = marks[operation.action];
  return [`  ${terminal.style(style, symbol)} ${head}`, ...fields.map((field) => `    ${field}`)];
}
