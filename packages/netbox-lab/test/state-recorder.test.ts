import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LabPaths, labPathsAt } from "../src/lab-paths.ts";
import { type LabState, readState, writeState } from "../src/lab-state.ts";
import { ServiceGroup } from "../src/service-group.ts";
import { createStateRecorder, type StateRecorder } from "../src/state-recorder.ts";
import type { SuperviseRequest } from "../src/supervisor-protocol.ts";

const stopped: LabState = {
  phase: "stopped",
  version: "4.7.3",
  worker: false,
  port: 8000,
  processes: [],
};
const foreign: LabState = {
  ...stopped,
  phase: "ready",
  processes: [{ name: "supervisor", pid: process.pid, startTicks: 1 }],
};
const starting = { phase: "starting", port: 0 } as const;

let paths: LabPaths;
let recorder: StateRecorder;
beforeEach(async () => {
  paths = labPathsAt(await mkdtemp(join(tmpdir(), "netbox-lab-")));
  const request = { version: "4.7.3", worker: false } as SuperviseRequest;
  recorder = createStateRecorder(paths, request, new ServiceGroup(true));
});
afterEach(async () => rm(paths.folder, { recursive: true, force: true }));

describe("the recorder of a lab's state", () => {
  test("makes a folder without a supervisor its own", async () => {
    await writeState(paths, stopped);
    expect(await recorder.isOurs()).toBe(false);
    await recorder.record(starting);
    expect(await recorder.isOurs()).toBe(true);
    await recorder.record({ phase: "ready", port: 8001 });
    expect(await readState(paths)).toMatchObject({
      phase: "ready",
      port: 8001,
      processes: [{ name: "supervisor", pid: process.pid }],
    });
  });

  test("never writes over the state of another supervisor", async () => {
    await writeState(paths, foreign);
    await recorder.record(starting);
    expect(await readState(paths)).toEqual(foreign);
  });

  test("never writes over the state of a supervisor that took over", async () => {
    await recorder.record(starting);
    await writeState(paths, foreign);
    await recorder.record({ phase: "stopped", port: 0 });
    expect(await recorder.isOurs()).toBe(false);
    expect(await readState(paths)).toEqual(foreign);
  });

  test("does not bring back what was deleted", async () => {
    await recorder.record(starting);
    await rm(paths.stateFile);
    await recorder.record({ phase: "stopped", port: 0 });
    expect(existsSync(paths.stateFile)).toBe(false);
    await rm(paths.folder, { recursive: true });
    await recorder.record({ phase: "stopped", port: 0 });
    expect(await recorder.isOurs()).toBe(false);
    expect(existsSync(paths.folder)).toBe(false);
  });
});
