import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { MultipassError } from "@multipass-netbox/core";
import type { OnLabStep } from "./lab-step.ts";
import {
  detachLine,
  type ReadyEvent,
  type SuperviseRequest,
  type SupervisorEvent,
} from "./supervisor-protocol.ts";

/** A lab's supervisor as its caller sees it: the lab is ready. */
export interface Supervisor {
  readonly ready: ReadyEvent;
  /** Resolves when the lab has ended: with the reason if nobody asked for it. */
  readonly closed: Promise<MultipassError | undefined>;
  /** Ends the lab and resolves when nothing of it is left. Safe to repeat. */
  stop(): Promise<void>;
  /** From here on the lab outlives this process. */
  detach(): void;
}

export interface SupervisorOptions {
  readonly onProgress?: OnLabStep | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Characters of the end of the supervisor's stderr, which only a bug fills. */
const longestComplaint = 4000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a supervisor and waits until its lab is ready.
 *
 * @throws MultipassError what the supervisor reported; the reason of `signal` if it aborted
 */
export async function openSupervisor(
  request: SuperviseRequest,
  { onProgress, signal }: SupervisorOptions,
): Promise<Supervisor> {
  signal?.throwIfAborted();
  const child = spawnSupervisor(request);
  const { ready, closed } = listenTo(child, onProgress);
  const end = (): void => void child.stdin.end();
  signal?.addEventListener("abort", end);
  child.stdin.write(`${JSON.stringify(request)}\n`);
  await Promise.allSettled([ready]);
  signal?.removeEventListener("abort", end);
  // Aborted even if it became ready in the same moment: its stdin is closed.
  if (signal?.aborted === true) await closed;
  signal?.throwIfAborted();
  return control(child, await ready, closed);
}

function spawnSupervisor({ cacheFolder, keptFolder = "" }: SuperviseRequest): Child {
  // The same kind of file as this one: .ts in the sources, .js in dist.
  const file = new URL(`./supervise${extname(import.meta.url)}`, import.meta.url);
  // It does not read the folder: it is found by it (find-lab-processes.ts).
  const child = spawn(process.execPath, [fileURLToPath(file), keptFolder], {
    cwd: cacheFolder,
    detached: true,
    env: {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      LC_ALL: "C.UTF-8",
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Its end is told by the exit; writing to a dead one is no further error.
  child.stdin.on("error", () => {});
  return child;
}

interface Listening {
  readonly ready: Promise<ReadyEvent>;
  readonly closed: Promise<MultipassError | undefined>;
}

function listenTo(child: Child, onProgress: OnLabStep | undefined): Listening {
  const ready = Promise.withResolvers<ReadyEvent>();
  let failure: MultipassError | undefined;
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-longestComplaint);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const event = JSON.parse(line) as SupervisorEvent;
    if (event.type === "step") onProgress?.(event.step);
    else if (event.type === "ready") ready.resolve(event);
    else failure = new MultipassError(event.code, event.message, { hint: event.hint });
  });
  const end = (reason: MultipassError | undefined): MultipassError | undefined => {
    ready.reject(reason);
    return reason;
  };
  const closed = once(child, "close").then(
    () => end(failure ?? (child.exitCode === 0 ? undefined : supervisorKilled(complaint))),
    (cause: unknown) => end(new MultipassError("INTERNAL", "No supervisor", { cause })),
  );
  return { ready: ready.promise, closed };
}

function supervisorKilled(complaint: string): MultipassError {
  return new MultipassError("INTERNAL", "The lab's supervisor was killed", { hint: complaint });
}

function control(child: Child, ready: ReadyEvent, closed: Listening["closed"]): Supervisor {
  const pipes = [
    child.stdin,
    child.stdout,
    child.stderr,
  ] as unknown as readonly NodeJS.RefCounted[];
  const handles = [child, ...pipes];
  // A lab that nobody stops must not keep its caller from ending.
  for (const handle of handles) handle.unref();
  let isStopping = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    for (const handle of handles) handle.ref();
    child.stdin.end();
    await closed;
  };
  const detach = (): void => {
    child.stdin.end(`${detachLine}\n`);
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const ended = closed.then((failure) => (isStopping ? undefined : failure));
  return { ready, closed: ended, stop, detach };
}
