import { MultipassError } from "@multipass-netbox/core";
import { describeSshFailure } from "./describe-ssh-failure.ts";
import type { HostConfig } from "./host-schema.ts";
import { readKnownKey } from "./read-known-key.ts";
import { openSshLink, type SshLink } from "./ssh-link.ts";

/** What everything that goes over ssh to one host is made of. */
export interface SshAccess {
  readonly host: HostConfig;
  /** Options for every ssh. */
  readonly args: readonly string[];
  /** Connections that were opened so far. */
  connections: number;
  /** Opens a connection of its own with these options as well. */
  openLink(options: readonly string[]): Promise<SshLink>;
}

export interface SshAccessOptions {
  readonly args: readonly string[];
  readonly connectTimeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Connects nowhere yet. */
export function createSshAccess(host: HostConfig, options: SshAccessOptions): SshAccess {
  const { args, connectTimeoutMs, signal } = options;
  const access: SshAccess = {
    host,
    args,
    connections: 0,
    openLink: async (more) => {
      access.connections += 1;
      const link = await openSshLink({
        args: [...args, ...more, "--", host.ssh],
        timeoutMs: connectTimeoutMs,
        signal,
        describe: async (said) =>
          describeSshFailure({ said, host, knownKey: await readKnownKey(said) }),
      });
      return await checkPin(link, host);
    },
  };
  return access;
}

// ssh has looked already, except where something else than a key proved who the host is (GSSAPI).
async function checkPin(link: SshLink, { ssh, hostKey }: HostConfig): Promise<SshLink> {
  if (hostKey === undefined || hostKey === link.hostKey) {
    return link;
  }
  await link[Symbol.asyncDispose]();
  throw new MultipassError(
    "SSH_HOST_KEY",
    `${ssh} shows ${link.hostKey === undefined ? "no key" : `the key ${link.hostKey}`}; expected was ${hostKey}`,
  );
}
