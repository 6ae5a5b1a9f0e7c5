import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import type { UserIds } from "./database-user.ts";
import { deathWatch } from "./death-watch.ts";
import type { LabProcess, ServiceName } from "./lab-state.ts";
import { killGroup } from "./kill-group.ts";
import { readIdentity } from "./process-identity.ts";
import { readTail } from "./read-tail.ts";
import { waitForSession } from "./wait-for-session.ts";

/** What a service is started with. */
export interface ServiceCommand {
  readonly name: ServiceName;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFolder: string;
  readonly user?: UserIds;
  /** Sent when the supervisor is killed. */
  readonly deathSignal: "KILL" | "QUIT";
}

/** A long-running process of a lab: leader of its own group, its output in a log file. */
export interface Service {
  readonly name: ServiceName;
  readonly identity: LabProcess;
  /** Resolves, never rejects, when the process has ended: with what to say about it. */
  readonly ended: Promise<MultipassError>;
  /**
   * Sends `signal` to the process, then KILL to its group after `graceMs`; resolves when
   * nothing of the group is left.
   */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<void>;
}

/**
 * Starts a service. Where util-linux' setpriv is there, the kernel ends it when this
 * process dies, `kill -9` included.
 */
export async function startService(service: ServiceCommand): Promise<Service> {
  const { name, cwd, env, user = {} } = service;
  const logFile = logFileOf(service.logFolder, name);
  const [command = "", ...args] = [
    ...(await deathWatch(service.deathSignal)),
    service.command,
    ...service.args,
  ];
  const log = await open(logFile, "w", 0o600);
  const child = spawn(command, args, {
    ...user,
    cwd,
    env,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  // Listens before anything is awaited: the process may end at once.
  const ended = waitForEnd(child, name, logFile);
  await log.close();
  const pid = child.pid ?? 0;
  const identity: LabProcess = { name, pid, startTicks: readIdentity(pid)?.startTicks ?? 0 };
  return { name, identity, ended, stop: async (...how) => stopChild(child, ended, how) };
}

/** Where a service writes. Pure. */
export function logFileOf(logFolder: string, name: ServiceName): string {
  return join(logFolder, `${name}.log`);
}

async function waitForEnd(
  child: ChildProcess,
  name: ServiceName,
  logFile: string,
): Promise<MultipassError> {
  const how = await once(child, "exit").then(describeExit, describeSpawnFailure);
  const hint = await readTail(logFile);
  return new MultipassError("NOT_READY", `The lab's ${name} process ${how}`, { hint });
}

function describeExit([code, signal]: readonly unknown[]): string {
  return typeof signal === "string" ? `ended by ${signal}` : `ended with code ${String(code)}`;
}

function describeSpawnFailure(error: unknown): string {
  return `could not be started: ${String(error)}`;
}

async function stopChild(
  child: ChildProcess,
  ended: Promise<unknown>,
  [signal, graceMs]: readonly [NodeJS.Signals, number],
): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    const timer = setTimeout(() => killGroup(pid), graceMs);
    await ended;
    clearTimeout(timer);
  }
  // Those of the group that outlived their leader.
  killGroup(pid);
  await waitForSession(pid);
}
