import { readFile, rm } from "node:fs/promises";
import { describeSshFailure } from "./describe-ssh-failure.ts";
import type { HostConfig } from "./host-schema.ts";
import { fingerprintOf } from "./read-known-key.ts";
import { runSsh } from "./run-ssh.ts";
import { escapePath } from "./ssh-arguments.ts";
import { throwIfInterrupted } from "./throw-if-interrupted.ts";

export interface LearnOptions {
  /** Options for every ssh. */
  readonly args: readonly string[];
  /** Where the key is written. Does not exist. */
  readonly knownHostsFile: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks the host for its key on a connection that offers nothing to log in with, and keeps it in a
 * file for ssh if it has the pinned fingerprint. Throws `SSH_HOST_KEY` if it has another one.
 */
export async function learnHostKey(
  host: HostConfig,
  { args, knownHostsFile, ...limits }: LearnOptions,
): Promise<void> {
  const options = [
    "StrictHostKeyChecking=accept-new",
    ...knownHostsOptions(knownHostsFile),
    "PreferredAuthentications=none",
  ].flatMap((option) => ["-o", option]);
  const ask = ["-v", ...options, ...args, "-S", "none", "--", host.ssh, "exit"];
  const { stderr } = await runSsh(ask, limits);
  throwIfInterrupted(limits.signal);
  const line = await readFile(knownHostsFile, "utf8").catch(() => "");
  const key = line.trim().split(/\s+/)[2];
  if (key === undefined) {
    throw describeSshFailure({ said: stderr, host });
  }
  if (fingerprintOf(key) !== host.hostKey) {
    await rm(knownHostsFile);
    throw describeSshFailure({ said: `${stderr}\nHost key verification failed.`, host });
  }
}

/** Options that make a file the only one that ssh takes keys from. Pure. */
export function knownHostsOptions(file: string): readonly string[] {
  return [
    `UserKnownHostsFile="${escapePath(file)}"`,
    "GlobalKnownHostsFile=none",
    "VerifyHostKeyDNS=no",
  ];
}
