import type { HostConfig } from "./host-schema.ts";

/**
 * What every ssh of ours is given before anything else: the first word on an option wins, also over
 * the user's configuration, of which the rest (aliases, jump hosts, keys) holds. Nothing asks,
 * nothing is accepted or written down, and nothing of this machine is handed to the host. Pure.
 */
export function buildSshArguments(host: HostConfig, connectTimeoutMs: number): readonly string[] {
  const { port, identityFile, knownHostsFile } = host;
  const options = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    "UpdateHostKeys=no",
    "NoHostAuthenticationForLocalhost=no",
    "FingerprintHash=sha256",
    `ConnectTimeout=${Math.ceil(connectTimeoutMs / 1000)}`,
    "ServerAliveInterval=5",
    "ServerAliveCountMax=3",
    "RequestTTY=no",
    "RemoteCommand=none",
    "PermitLocalCommand=no",
    "ForwardAgent=no",
    "ForwardX11=no",
    "ControlPersist=no",
    ...(identityFile === undefined
      ? []
      : [`IdentityFile=${quote(identityFile)}`, "IdentitiesOnly=yes"]),
    ...(knownHostsFile === undefined ? [] : [`UserKnownHostsFile=${quote(knownHostsFile)}`]),
  ];
  return [
    ...options.flatMap((option) => ["-o", option]),
    ...(port === undefined ? [] : ["-p", String(port)]),
  ];
}

/** A path for ssh, which reads `%` as the beginning of a token. Pure. */
export function escapePath(path: string): string {
  return path.replaceAll("%", "%%");
}

/** A value for an option of ssh_config(5), which splits at spaces. Pure. */
function quote(value: string): string {
  return `"${value}"`;
}
