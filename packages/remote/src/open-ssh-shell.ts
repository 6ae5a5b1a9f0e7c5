import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMultipassError } from "@multipass-netbox/core";
import type { HostConfig } from "./host-schema.ts";
import type { HostShell } from "./host-shell.ts";
import { pinHostKey } from "./pin-host-key.ts";
import { createSeparateShell } from "./separate-shell.ts";
import { createSharedShell } from "./shared-shell.ts";
import { createSshAccess, type SshAccess } from "./ssh-access.ts";
import { buildSshArguments, escapePath } from "./ssh-arguments.ts";
import type { SshLink } from "./ssh-link.ts";

export interface SshShellOptions {
  readonly connectTimeoutMs: number;
  /** One connection for everything. */
  readonly multiplex: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Connects to a host. Throws `SSH_UNREACHABLE`, `SSH_HOST_KEY` or `SSH_AUTH` when it can't. */
export async function openSshShell(host: HostConfig, options: SshShellOptions): Promise<HostShell> {
  await using stack = new AsyncDisposableStack();
  // Short: the path of a socket has about a hundred bytes.
  const folder = await mkdtemp(join(tmpdir(), "mpn-"));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const { connectTimeoutMs: timeoutMs, signal } = options;
  const base = buildSshArguments(host, timeoutMs);
  const pin = await pinHostKey(host, { args: base, folder, timeoutMs, signal });
  const access = createSshAccess(host, { ...options, args: [...pin.args, ...base] });
  access.connections += pin.connections;

  const socket = join(folder, "s");
  const link = stack.use(await openFirstLink(access, options.multiplex ? socket : undefined));
  const target = nameTarget(host, link.hostKey);
  if (existsSync(socket)) {
    return createSharedShell(access, { target, socket, resources: stack.move() });
  }
  await link[Symbol.asyncDispose]();
  return createSeparateShell(access, { target, resources: stack.move() });
}

async function openFirstLink(access: SshAccess, socket: string | undefined): Promise<SshLink> {
  const alone = ["-o", "ClearAllForwardings=yes"];
  if (socket !== undefined) {
    try {
      return await access.openLink([...alone, "-M", "-S", escapePath(socket)]);
    } catch (error) {
      if (!isAboutSocket(error)) {
        throw error;
      }
    }
  }
  return await access.openLink([...alone, "-S", "none"]);
}

// A path that is too long, a file system without sockets.
function isAboutSocket(error: unknown): boolean {
  return isMultipassError(error) && error.message.includes("unix_listener: ");
}

function nameTarget({ ssh, port }: HostConfig, hostKey: string | undefined): string {
  return `${ssh}${port === undefined ? "" : `:${port}`} ${hostKey ?? "without a key"}`;
}
