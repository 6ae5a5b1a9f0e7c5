import type { MultipassError } from "@multipass-netbox/core";
import { type BoundedText, createBoundedText } from "./bounded-text.ts";
import { parseOfferedKey } from "./describe-host-key.ts";
import type { Invocation } from "./host-shell.ts";
import { splitLines } from "./split-lines.ts";
import { startProcess } from "./start-process.ts";
import { throwIfInterrupted } from "./throw-if-interrupted.ts";

/** An ssh of ours that does nothing but stay: it ends when it is closed, and with this process. */
export interface SshLink extends AsyncDisposable {
  /** Fingerprint of the key that the host showed. */
  readonly hostKey: string | undefined;
}

export interface LinkOptions {
  /** All of ssh's, with the destination. */
  readonly args: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** What to throw when there is no connection; it is given what ssh said. */
  readonly describe: (said: string) => Promise<MultipassError>;
}

const ready = "multipass-ready";
const maxSaid = 65_536;
const patienceMs = 2000;

/**
 * Connects and stays connected. The `cat` on the host reads from a pipe of this process, so it ends
 * when this process does, by whatever means, and the connection with it.
 */
export async function openSshLink(options: LinkOptions): Promise<SshLink> {
  const { args, signal, describe } = options;
  const said = createBoundedText(maxSaid);
  const child = startLink(["ssh", "-v", ...args, `echo ${ready}; exec cat`], said);
  if (await within(child.opened, { ...options, said })) {
    return { hostKey: parseOfferedKey(said.toString()), [Symbol.asyncDispose]: child.close };
  }
  await child.close();
  throwIfInterrupted(signal);
  throw await describe(said.toString());
}

function startLink(invocation: Invocation, said: BoundedText) {
  const child = startProcess(invocation);
  const opened = Promise.withResolvers<boolean>();
  const lines = splitLines((line) => line.trim() === ready && opened.resolve(true));
  child.stdout.on("data", (chunk: Buffer) => lines.add(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.add(chunk.toString()));
  const waitForEnd = async (): Promise<void> => {
    const { originalMessage = "" } = await child;
    said.add(originalMessage);
    opened.resolve(false);
  };
  const ended = waitForEnd();
  const close = async (): Promise<void> => {
    child.stdin.end();
    const timer = setTimeout(() => child.kill(), patienceMs);
    await ended;
    clearTimeout(timer);
  };
  return { opened: opened.promise, close };
}

interface Waiting extends Pick<LinkOptions, "timeoutMs" | "signal"> {
  readonly said: BoundedText;
}

async function within(opened: Promise<boolean>, { timeoutMs, signal, said }: Waiting) {
  const gaveUp = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => {
    said.add(`\nno connection within ${timeoutMs / 1000} s`);
    gaveUp.resolve(false);
  }, timeoutMs);
  const stop = (): void => gaveUp.resolve(false);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return signal?.aborted !== true && (await Promise.race([opened, gaveUp.promise]));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
