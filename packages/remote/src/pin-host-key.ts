import { join } from "node:path";
import type { HostConfig } from "./host-schema.ts";
import { knownHostsOptions, learnHostKey } from "./learn-host-key.ts";
import { quoteWords } from "./quote-words.ts";
import { runSsh } from "./run-ssh.ts";

export interface PinOptions {
  /** Options for every ssh. */
  readonly args: readonly string[];
  /** A private one, for a file of known hosts. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** How a pinned key is checked. */
export interface PinnedKey {
  /** For ssh: it checks the key before it tells the host who it is. */
  readonly args: readonly string[];
  /** Connections that this took. */
  readonly connections: number;
}

/** See docs/decisions/0019. Throws `SSH_HOST_KEY` or `SSH_UNREACHABLE` where it has to connect. */
export async function pinHostKey(host: HostConfig, options: PinOptions): Promise<PinnedKey> {
  const { hostKey } = host;
  if (hostKey === undefined) {
    return { args: [], connections: 0 };
  }
  const { stderr } = await runSsh(["-V"]);
  if (hasKnownHostsCommand(stderr)) {
    return { args: buildPin(hostKey), connections: 0 };
  }
  const knownHostsFile = join(options.folder, "known_hosts");
  await learnHostKey(host, { ...options, knownHostsFile });
  const args = knownHostsOptions(knownHostsFile).flatMap((option) => ["-o", option]);
  return { args, connections: 1 };
}

/** Whether an ssh of this version asks a command for known hosts: 8.5 and later, not Windows's. Pure. */
export function hasKnownHostsCommand(version: string): boolean {
  const [, major = 0, minor = 0] = /^OpenSSH_(\d+)\.(\d+)/m.exec(version) ?? [];
  return Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 5);
}

/**
 * The command is ssh's own question for known hosts: it is given the fingerprint and the key that
 * the host shows, and answers with that key only if the fingerprint is the pinned one. Pure.
 *
 * @see https://man.openbsd.org/ssh_config#KnownHostsCommand
 */
export function buildPin(fingerprint: string): readonly string[] {
  const command = `/bin/sh -c ${quoteWords([answer])} sh %f ${fingerprint} %H %t %K`;
  return [...knownHostsOptions("none"), `KnownHostsCommand=${command}`].flatMap((option) => [
    "-o",
    option,
  ]);
}

const answer = `[ "$1" != "$2" ] || printf "%%s %%s %%s\\n" "$3" "$4" "$5"`;
