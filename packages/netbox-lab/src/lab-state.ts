import { readFile, rename, writeFile } from "node:fs/promises";
import type { LabPaths } from "./lab-paths.ts";
import type { NetBoxVersionName } from "./netbox-versions.ts";
import type { ProcessIdentity } from "./process-identity.ts";

/** A process of a lab. */
export interface LabProcess extends ProcessIdentity {
  readonly name: ServiceName | "supervisor";
}

export const serviceNames = ["postgres", "valkey", "web", "worker"] as const;

export type ServiceName = (typeof serviceNames)[number];

/** What the supervisor writes down about its lab, so that others can find and end it. */
export interface LabState {
  readonly phase: "starting" | "ready" | "stopped" | "failed";
  readonly version: NetBoxVersionName;
  readonly worker: boolean;
  /** 0 until it is known. */
  readonly port: number;
  /** Each is the leader of its own process group; the supervisor comes first. */
  readonly processes: readonly LabProcess[];
  /** Why it failed. */
  readonly failure?: string;
}

/** Replaces the state as a whole: a reader never sees half of it. */
export async function writeState({ stateFile }: LabPaths, state: LabState): Promise<void> {
  const draft = `${stateFile}.draft`;
  await writeFile(draft, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  await rename(draft, stateFile);
}

/** Undefined when there is no lab, or nothing was written down yet. */
export async function readState({ stateFile }: LabPaths): Promise<LabState | undefined> {
  try {
    return JSON.parse(await readFile(stateFile, "utf8")) as LabState;
  } catch {
    return undefined;
  }
}

/** Who runs the lab, as it was written down. Pure. */
export function supervisorOf(state: LabState | undefined): ProcessIdentity | undefined {
  return state?.processes.find(({ name }) => name === "supervisor");
}

/** `http://127.0.0.1:8000/netbox`: where a lab on this port is. Pure. */
export function labUrl(port: number): string {
  return `http://127.0.0.1:${port}/netbox`;
}
