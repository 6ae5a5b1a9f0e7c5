import { MultipassError } from "@multipass-netbox/core";
import type { HostConfig } from "./host-schema.ts";
import type { SshFailure } from "./describe-ssh-failure.ts";

// Texts of OpenSSH, which has no other way to tell. They are not translated.
const refused = /^Host key verification failed\./m;
const changed = /^Host key for .* has changed/m;
const revoked = /^.* host key for .* was revoked/m;
// Of the ssh whose way leads through another one.
const cutOff = /^Connection closed by UNKNOWN port 65535/m;
const offered = /Server host key: \S+ (SHA256:[A-Za-z0-9+/]+)/g;
const offending = /^Offending .*key in (.+):(\d+)\r?$/m;

const compare =
  "Compare on the console of the host: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub.";

/** Whether a connection was refused from here because of the host's key. Pure. */
export function isAboutHostKey(said: string): boolean {
  return refused.test(said);
}

/** Fingerprint of the key that the host showed: the last one, as jump hosts come first. Pure. */
export function parseOfferedKey(said: string): string | undefined {
  return [...said.matchAll(offered)].at(-1)?.[1];
}

/** Where known_hosts has another key for the host. Pure. */
export function parseOffendingKey(
  said: string,
): { readonly file: string; readonly line: number } | undefined {
  const [, file, line] = offending.exec(said) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** The error for a key that was refused: which one it was, which was expected, what to do. Pure. */
export function describeHostKey({ said, host, knownKey }: SshFailure): MultipassError {
  const { ssh, hostKey } = host;
  const shown = parseOfferedKey(said) ?? "a key that ssh did not show";
  if (cutOff.test(said)) {
    return build(
      `the key of a jump host before ${ssh} was refused: it shows ${shown}`,
      "Compare it on that host, then connect to it once by hand with ssh.",
    );
  }
  if (revoked.test(said)) {
    return build(`${ssh} shows ${shown}, which is marked as revoked in known_hosts`, compare);
  }
  const expected = hostKey ?? (changed.test(said) ? (knownKey ?? "another one") : undefined);
  if (expected === undefined) {
    return build(
      `the key of ${ssh} is not known; it shows ${shown}`,
      `${compare} If it is the same, write hostKey: "${shown}" under host:, or connect once by hand with ssh.`,
    );
  }
  return build(
    `${ssh} shows the key ${shown}, expected was ${expected}: somebody else may be answering in its place`,
    `${compare} If the host has a new key: ${renew(host)}.`,
  );
}

function renew({ ssh, port, hostKey }: HostConfig): string {
  if (hostKey !== undefined) {
    return "write it as hostKey under host:";
  }
  const name = ssh.slice(ssh.indexOf("@") + 1);
  const entry = port === undefined || port === 22 ? name : `'[${name}]:${port}'`;
  return `ssh-keygen -R ${entry}, then write the new one as hostKey under host:`;
}

function build(message: string, hint: string): MultipassError {
  return new MultipassError("SSH_HOST_KEY", message, { hint });
}
