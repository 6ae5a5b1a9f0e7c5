import { isEmptyPlan, type Operation, operationsOf } from "@multipass-netbox/core";
import type { ChangeTask, PlannedChange } from "./change-task.ts";
import { cleanLine } from "./clean-text.ts";
import type { Terminal } from "./open-terminal.ts";
import type { Line, Style } from "./render-line.ts";

/** A plan, and how its operations read. */
export type ReadablePlan<O extends Operation> = Pick<
  PlannedChange<O>,
  "plan" | "isDue" | "remarks" | "details"
> &
  Pick<ChangeTask<O>, "describe">;

/** Whether a plan leaves something to do. Pure. */
export function isDue<O extends Operation>({
  plan,
  isDue: due = !isEmptyPlan(plan),
}: Pick<PlannedChange<O>, "plan" | "isDue">): boolean {
  return due;
}

/**
 * Prints a plan as the result of a command: lines for a person, or JSON; where nothing is to be
 * done what that means.
 */
export function showPlan<O extends Operation>(
  planned: ReadablePlan<O>,
  whenEmpty: string,
  terminal: Terminal,
): void {
  const { plan, remarks = [], details } = planned;
  if (terminal.json) {
    terminal.print(JSON.stringify({ plan, ...details }));
    return;
  }
  for (const line of isDue(planned) ? renderPlan(planned) : [whenEmpty, ...remarks]) {
    terminal.print(line);
  }
}

/**
 * A plan as lines: its target, its operations in order, its size, what is said about it. No name
 * ends a line. Pure.
 */
export function renderPlan<O extends Operation>({
  plan,
  describe,
  remarks = [],
}: ReadablePlan<O>): readonly Line[] {
  const operations = operationsOf(plan);
  return [
    `Plan for ${plan.target}`,
    "",
    ...operations.flatMap((operation) => renderOperation(operation, describe(operation))),
    ...(operations.length === 0 ? ["Nothing to change."] : ["", `${countActions(operations)}.`]),
    ...remarks,
  ];
}

/** `40 to create, 1 to update` */
export function countActions(operations: readonly Operation[]): string {
  const counts = Map.groupBy(operations, ({ action }) => action);
  const said = [...counts].map(([action, { length }]) => `${length} to ${action}`);
  return said.length === 0 ? "nothing to change" : said.join(", ");
}

const changed = ["~", "yellow"] as const;

const marks: Readonly<Partial<Record<string, readonly [string, Style]>>> = {
  create: ["+", "green"],
  pull: ["+", "green"],
  delete: ["-", "red"],
};

function renderOperation({ action }: Operation, lines: readonly string[]): readonly Line[] {
  const [head = "", ...details] = lines.map(cleanLine);
  const [text, style] = marks[action] ?? changed;
  return [["  ", { style, text }, ` ${head}`], ...details.map(renderDetail)];
}

const differences: Readonly<Partial<Record<string, Style>>> = { "+": "green", "-": "red" };

// A line of a difference between two files shows by its first character what becomes of it.
function renderDetail(text: string): Line {
  const style = differences[text.charAt(0)];
  return style === undefined ? `    ${text}` : ["    ", { style, text }];
}
