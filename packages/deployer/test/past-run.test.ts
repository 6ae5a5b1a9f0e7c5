import { expect, test } from "vitest";
import type { HostObservation } from "../src/host-observation.ts";
import { findActiveRun, findRun, findUnfinishedRun } from "../src/past-run.ts";
import { takeSnapshot } from "../src/snapshot.ts";
import { emptyHost, exampleStack } from "./example-host.ts";

type RunOfHost = HostObservation["runs"][number];

function run(id: string, command: string, result?: string): RunOfHost {
  const before = takeSnapshot(exampleStack, emptyHost);
  return {
    record: { id, command, who: "alice@laptop", at: "2026-11-25T00:00:00Z", before, backupId: id },
    receipt: result === undefined ? undefined : { result },
    activeStep: undefined,
  };
}

function hostWith(...runs: readonly RunOfHost[]): HostObservation {
  return { ...emptyHost, runs };
}

test("the last run that can be taken back is a deployment, not a backup or a token", () => {
  const host = hostWith(
    run("1", "deploy", "done"),
    run("2", "token rotate", "done"),
    run("3", "backup create", "done"),
  );
  expect(findRun(host, undefined).id).toBe("1");
});

test("a way back that broke off is not taken forward again", () => {
  const host = hostWith(run("1", "upgrade --to 4.7.3", "done"), run("2", "rollback"));
  expect(findRun(host, undefined).id).toBe("1");
  expect(findUnfinishedRun(host)?.id).toBe("2");
});

test("a run without an end that others followed is history", () => {
  expect(findUnfinishedRun(hostWith(run("1", "deploy"), run("2", "deploy", "done")))).toBe(
    undefined,
  );
});

test("a step at work is found wherever it is", () => {
  const active = { ...run("1", "backup restore X"), activeStep: "restore" };
  expect(findActiveRun(hostWith(active, run("2", "deploy", "failed")))?.activeStep).toBe("restore");
});

test("an unknown receipt is refused with the latest", () => {
  expect(() => findRun(hostWith(run("1", "deploy", "done")), "9")).toThrow(
    expect.objectContaining({ code: "USAGE", hint: "The latest:\n  1" }),
  );
  expect(() => findRun(emptyHost, undefined)).toThrow("nothing was ever deployed here");
});
