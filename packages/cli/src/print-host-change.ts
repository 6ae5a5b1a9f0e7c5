import { operationsOf, type Plan, type Runner } from "@multipass-netbox/core";
import {
  type BystanderChange,
  type HostObservation,
  type HostOperation,
  listBystanders,
} from "@multipass-netbox/deployer";
import { countOf } from "./count-of.ts";
import { assertUnchanged, describeBystanders } from "./describe-bystanders.ts";
import { describeCosts, readCosts } from "./describe-costs.ts";
import { nameHost } from "./name-host.ts";
import type { Terminal } from "./open-terminal.ts";

/** A change of a host that went to its end. */
export interface DoneHostChange {
  readonly runner: Pick<Runner, "target" | "costs">;
  readonly plan: Plan<HostOperation>;
  /** What was on the host before. */
  readonly observation: HostObservation;
  /** What else became different on the host meanwhile. */
  readonly bystanderChanges: readonly BystanderChange[];
  /** The run's name on the host. */
  readonly run?: string;
  /** What is worth knowing about it, a sentence each. */
  readonly said: readonly string[];
}

/** Prints what was done to a host. Throws `BYSTANDER_CHANGED` where others changed meanwhile. */
export function printHostChange(done: DoneHostChange, terminal: Terminal): void {
  const { runner, plan, bystanderChanges } = done;
  terminal.print(terminal.json ? JSON.stringify(asData(done)) : describe(done).join("\n"));
  assertUnchanged(
    bystanderChanges,
    `All ${countOf(operationsOf(plan).length, "change")} on ${nameHost(runner)} were made.`,
  );
}

function describe(done: DoneHostChange): readonly string[] {
  const { runner, plan, observation, bystanderChanges, run, said } = done;
  const neighbours = listBystanders(observation).length;
  return [
    `Done: ${countOf(operationsOf(plan).length, "change")} on ${nameHost(runner)}.`,
    ...said,
    ...(bystanderChanges.length === 0 ? [`${describeBystanders(neighbours)}: unchanged.`] : []),
    ...(run === undefined ? [] : [`Receipt: ${run}`]),
    `${describeCosts(runner.costs)}.`,
  ];
}

function asData({ runner, plan, observation, bystanderChanges, run }: DoneHostChange): object {
  const bystanders = listBystanders(observation).length;
  return { plan, run, bystanders, bystanderChanges, costs: readCosts(runner.costs) };
}
