import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseOffendingKey } from "./describe-host-key.ts";

/** Fingerprint of the key in known_hosts that the host no longer shows, if ssh named its place. */
export async function readKnownKey(said: string): Promise<string | undefined> {
  const place = parseOffendingKey(said);
  if (place === undefined) {
    return undefined;
  }
  const text = await readFile(place.file, "utf8").catch(() => "");
  const key = /\s(?:ssh-|ecdsa-|sk-)\S+\s+(\S+)/.exec(text.split("\n")[place.line - 1] ?? "")?.[1];
  return key === undefined ? undefined : fingerprintOf(key);
}

/** The fingerprint of a public key in base64, as ssh-keygen -l shows it. Pure. */
export function fingerprintOf(key: string): string {
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("base64");
  return `SHA256:${digest.replace(/=+$/, "")}`;
}
