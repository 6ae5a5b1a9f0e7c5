import { type ErrorCode, MultipassError } from "@multipass-netbox/core";
import { describeHostKey, isAboutHostKey } from "./describe-host-key.ts";
import type { HostConfig } from "./host-schema.ts";

/** What ssh said about a connection that did not come about. */
export interface SshFailure {
  /** ssh's stderr, debug lines included. */
  readonly said: string;
  readonly host: HostConfig;
  /** Fingerprint of the key that known_hosts has for the host, where that is another one. */
  readonly knownKey?: string | undefined;
}

// A text of OpenSSH, which has no other way to tell. It is not translated.
const isAboutLogin =
  /Permission denied \(|Too many authentication failures|No more authentication methods/;

/** The error for a connection that did not come about. Pure. */
export function describeSshFailure(failure: SshFailure): MultipassError {
  const { host } = failure;
  const said = withoutDebugLines(failure.said);
  if (isAboutHostKey(said)) {
    return describeHostKey(failure);
  }
  if (isAboutLogin.test(said)) {
    return build("SSH_AUTH", `${host.ssh} lets nobody in with this key: ${said}`, loginHint(host));
  }
  const reason = said === "" ? "ssh gave no reason" : said;
  return build("SSH_UNREACHABLE", `${host.ssh} can't be reached: ${reason}`, wayHint(host, said));
}

function wayHint({ ssh, port }: HostConfig, said: string): string {
  if (said.includes("spawn ssh ENOENT")) {
    return "Install the OpenSSH client; on Windows it is an optional feature.";
  }
  return `Does this work? ssh ${port === undefined ? "" : `-p ${port} `}${ssh}`;
}

function loginHint({ identityFile }: HostConfig): string {
  return identityFile === undefined
    ? "Is your key loaded (ssh-add -l), and in ~/.ssh/authorized_keys on the host? Nothing asks for a password here."
    : `Is ${identityFile}.pub in ~/.ssh/authorized_keys on the host, and the key without a passphrase or in your agent? No other key is tried.`;
}

function build(code: ErrorCode, message: string, hint: string): MultipassError {
  return new MultipassError(code, message, { hint });
}

/** What ssh said to a person. Pure. */
export function withoutDebugLines(said: string): string {
  return said
    .split(/\r?\n/)
    .filter((line) => !/^(?:debug\d: |OpenSSH_|@|\s*$)/.test(line))
    .join("\n");
}
