import { createHash } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { execa } from "execa";

/** Who logs in to one VM: a key pair in a folder of its own. */
export interface SshIdentity {
  readonly folder: string;
  readonly identityFile: string;
  readonly publicKey: string;
}

/**
 * Makes a key pair in a new folder, both for this user only.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function makeIdentity(): Promise<SshIdentity> {
  const folder = await mkdtemp(join(tmpdir(), "throw-away-vm-"));
  const identityFile = join(folder, "identity");
  const args = ["-q", "-t", "ed25519", "-N", "", "-C", "throw-away-vm", "-f", identityFile];
  const { failed, shortMessage } = await execa("ssh-keygen", args, { reject: false });
  if (failed) {
    throw new MultipassError("LAB_PREREQUISITE", `No SSH key can be made (${shortMessage})`, {
      hint: "apt-get install openssh-client",
    });
  }
  const publicKey = (await readFile(`${identityFile}.pub`, "utf8")).trim();
  return { folder, identityFile, publicKey };
}

/** Writes the known_hosts file that holds one host key only. */
export async function writeKnownHosts(
  folder: string,
  { port, publicKey }: { readonly port: number; readonly publicKey: string },
): Promise<string> {
  const file = join(folder, "known_hosts");
  const [type = "", key = ""] = publicKey.split(" ");
  await writeFile(file, `[127.0.0.1]:${port} ${type} ${key}\n`);
  return file;
}

/** A public key as `ssh-keygen -l` shows it: `SHA256:…`. Pure. */
export function fingerprintOf(publicKey: string): string {
  const [, key = ""] = publicKey.split(" ");
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("base64");
  return `SHA256:${digest.replace(/=+$/u, "")}`;
}
