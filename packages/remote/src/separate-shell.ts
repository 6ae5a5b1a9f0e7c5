import type { Tunnel } from "@multipass-netbox/core";
import { describeSshLoss } from "./describe-ssh-loss.ts";
import { findFreePort } from "./find-free-port.ts";
import type { HostShell } from "./host-shell.ts";
import type { SshAccess } from "./ssh-access.ts";

export interface SeparateConnections {
  readonly target: string;
  /** Disposed of with the shell. */
  readonly resources: AsyncDisposable;
}

/** A shell of a host by a connection for each command, where ssh can't share one: on Windows. */
export function createSeparateShell(
  access: SshAccess,
  { target, resources }: SeparateConnections,
): HostShell {
  const { host } = access;
  const quiet = ["-o", "LogLevel=ERROR", "-o", "ClearAllForwardings=yes", "-S", "none"];
  return {
    name: host.ssh,
    target,
    get connections() {
      return access.connections;
    },
    invoke: (script) => {
      access.connections += 1;
      return ["ssh", ...quiet, ...access.args, "--", host.ssh, script];
    },
    describeLoss: (lost) => describeSshLoss(lost, { host, isShared: false }),
    openTunnel: (port) => openTunnel(access, port),
    [Symbol.asyncDispose]: () => resources[Symbol.asyncDispose](),
  };
}

async function openTunnel(access: SshAccess, port: number): Promise<Tunnel> {
  const local = await findFreePort();
  const forward = ["-L", `127.0.0.1:${local}:127.0.0.1:${port}`];
  const link = await access.openLink(["-o", "ExitOnForwardFailure=yes", "-S", "none", ...forward]);
  return { port: local, [Symbol.asyncDispose]: () => link[Symbol.asyncDispose]() };
}
