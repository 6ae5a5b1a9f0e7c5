import { MultipassError, type Tunnel } from "@multipass-netbox/core";
import { describeSshLoss } from "./describe-ssh-loss.ts";
import { findFreePort } from "./find-free-port.ts";
import type { HostShell } from "./host-shell.ts";
import { runSsh } from "./run-ssh.ts";
import type { SshAccess } from "./ssh-access.ts";
import { escapePath } from "./ssh-arguments.ts";

export interface SharedConnection {
  readonly target: string;
  /** Of ssh's master. */
  readonly socket: string;
  /** Disposing ends the master. */
  readonly resources: AsyncDisposable;
}

/** A shell of a host by sessions on one connection. */
export function createSharedShell(
  access: SshAccess,
  { target, socket, resources }: SharedConnection,
): HostShell {
  const { host } = access;
  const options = [
    // Without its master ssh would connect by itself. This is no way to anywhere.
    "ProxyCommand=false",
    "ControlMaster=no",
    "LogLevel=ERROR",
  ].flatMap((option) => ["-o", option]);
  const way = [...options, ...access.args, "-S", escapePath(socket)];
  return {
    name: host.ssh,
    target,
    get connections() {
      return access.connections;
    },
    invoke: (script) => ["ssh", ...way, "-o", "ClearAllForwardings=yes", "--", host.ssh, script],
    describeLoss: (lost) => describeSshLoss(lost, { host, isShared: true }),
    openTunnel: (port) => openTunnel(way, { port, destination: host.ssh }),
    [Symbol.asyncDispose]: () => resources[Symbol.asyncDispose](),
  };
}

const maxAttempts = 3;

async function openTunnel(
  way: readonly string[],
  { port, destination }: { readonly port: number; readonly destination: string },
): Promise<Tunnel> {
  for (let attempt = 1; ; attempt += 1) {
    const local = await findFreePort();
    const forward = ["-L", `127.0.0.1:${local}:127.0.0.1:${port}`, "--", destination];
    const { exitCode, stderr } = await runSsh([...way, "-O", "forward", ...forward]);
    if (exitCode === 0) {
      const close = async (): Promise<void> => {
        await runSsh([...way, "-O", "cancel", ...forward]);
      };
      return { port: local, [Symbol.asyncDispose]: close };
    }
    // Somebody else may have taken the port in between.
    if (attempt === maxAttempts) {
      throw new MultipassError("SSH_UNREACHABLE", `no tunnel to ${destination}: ${stderr}`);
    }
  }
}
