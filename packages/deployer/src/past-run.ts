import { MultipassError } from "@multipass-netbox/core";
import * as z from "zod";
import type { HostObservation } from "./host-observation.ts";
import { parseSnapshot, type Snapshot } from "./snapshot.ts";

/** A run as the host remembers it. */
export interface PastRun {
  readonly id: string;
  readonly command: string;
  readonly who: string;
  /** When it began. */
  readonly at: string;
  /** How it ended; `undefined` when it broke off or is still at work. */
  readonly result: string | undefined;
  /** The step that goes on on the host right now. */
  readonly activeStep: string | undefined;
  /** What was there before it began. */
  readonly before: Snapshot;
  /** The backup of that, if one was made. */
  readonly backupId: string;
}

const recordSchema = z.object({
  id: z.string(),
  command: z.string(),
  who: z.string(),
  at: z.string(),
  before: z.unknown(),
  backupId: z.string(),
});

const receiptSchema = z.object({ result: z.string() });

/** The runs that changed a deployment, oldest first; the host keeps all, the last twenty are read. Pure. */
export function listRuns({ runs }: HostObservation): readonly PastRun[] {
  return runs.flatMap(({ record: raw, receipt, activeStep }) => {
    const record = recordSchema.safeParse(raw).data;
    const before = parseSnapshot(record?.before);
    const result = receiptSchema.safeParse(receipt).data?.result;
    return record === undefined || before === undefined
      ? []
      : [{ ...record, before, result, activeStep }];
  });
}

/**
 * The last run, if it did not end: its connection was cut, or somebody stopped it while NetBox
 * started. One that others followed is history. Pure.
 */
export function findUnfinishedRun(observation: HostObservation): PastRun | undefined {
  const last = listRuns(observation).at(-1);
  return last?.result === undefined ? last : undefined;
}

// What the others do, a new token or a backup, has nothing to go back from.
const reversible = ["deploy", "upgrade", "pepper", "rollback"];

/** The run that has a step at work on the host right now. Pure. */
export function findActiveRun(observation: HostObservation): PastRun | undefined {
  return listRuns(observation).findLast(({ activeStep }) => activeStep !== undefined);
}

/** The run of a receipt, else the last one that can be taken back. Throws `USAGE`. Pure. */
export function findRun(observation: HostObservation, id: string | undefined): PastRun {
  const runs = listRuns(observation).filter(({ command }) =>
    reversible.some((verb) => command === verb || command.startsWith(`${verb} `)),
  );
  // A way back that broke off is not taken forward again: it is the same way once more.
  const candidates = runs.filter(
    ({ command, result }) => !command.startsWith("rollback") || result === "done",
  );
  const found = id === undefined ? candidates.at(-1) : runs.find((run) => run.id === id);
  if (found === undefined) {
    const latest = runs.slice(-3).map((run) => `\n  ${run.id}`);
    throw new MultipassError(
      "USAGE",
      id === undefined ? "nothing was ever deployed here" : `the host has no run ${id}`,
      { hint: latest.length === 0 ? undefined : `The latest:${latest.join("")}` },
    );
  }
  return found;
}
