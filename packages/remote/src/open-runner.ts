import type { Logger, Runner } from "@multipass-netbox/core";
import { createHostRunner } from "./host-runner.ts";
import type { HostConfig } from "./host-schema.ts";
import { createLocalShell } from "./local-shell.ts";
import { openSshShell } from "./open-ssh-shell.ts";

/** How {@link openRunner} works; everything has a default. */
export interface RunnerOptions {
  /** For commands that don't name their own. Default: 60 000. */
  readonly timeoutMs?: number | undefined;
  /** How long connecting may take. Default: 20 000. */
  readonly connectTimeoutMs?: number | undefined;
  /** Ends connecting with `INTERRUPTED`. After that it does nothing. */
  readonly signal?: AbortSignal | undefined;
  /** One connection for everything. Default: true; false on Windows, whose ssh can't. */
  readonly multiplex?: boolean | undefined;
  /** Gets a line of level debug for each command: its program, exit code and time. */
  readonly logger?: Logger | undefined;
}

/**
 * Opens a {@link Runner} for the host of a configuration, by the system's `ssh` or on this machine.
 *
 * Commands start in the home folder of the user. Eight at once are under way, the ninth waits; a
 * held one counts as long as it is held. On `local` there are no connections, a tunnel is the port
 * itself, and commands inherit the environment of this process. An output of more than about 32
 * million characters is `REMOTE_COMMAND_FAILED`, or with `onLine` loses its beginning.
 *
 * A command never outlives its connection unless it begins a session of its own (`setsid`): its
 * process group gets TERM, 5 s later KILL, when its time is up, its signal aborts, the runner is
 * disposed of, this process dies or the connection ends. A host that is cut off without a word finds
 * that out by its own clock.
 *
 * The host's key is checked before anything else: against `hostKey`, else against the user's
 * known_hosts. No key is ever accepted by itself. The user's ssh configuration holds: names of
 * hosts, jump hosts, keys, agent.
 *
 * Needs: OpenSSH 7.6 here; there a POSIX login shell, GNU coreutils and util-linux (Ubuntu 24.04).
 *
 * @throws MultipassError SSH_UNREACHABLE, SSH_HOST_KEY, SSH_AUTH, or INTERRUPTED
 */
export async function openRunner(host: HostConfig, options: RunnerOptions = {}): Promise<Runner> {
  const { timeoutMs = 60_000, connectTimeoutMs = 20_000, signal, logger } = options;
  const { multiplex = process.platform !== "win32" } = options;
  const shell =
    host.ssh === "local"
      ? createLocalShell()
      : await openSshShell(host, { connectTimeoutMs, multiplex, signal });
  return createHostRunner(shell, { timeoutMs, logger });
}
