import { readFile, writeFile } from "node:fs/promises";
import { bearerToken } from "./api-token.ts";
import type { LabPaths } from "./lab-paths.ts";
import { randomText } from "./random-text.ts";

/** The random values of one lab, in clear: for the file and the database only. */
export interface LabSecrets {
  readonly secretKey: string;
  readonly pepper: string;
  readonly tokenKey: string;
  readonly token: string;
  readonly password: string;
}

/** The secrets of this lab, made on its first start and kept since. */
export async function keepSecrets(paths: LabPaths): Promise<LabSecrets> {
  const kept = await readSecrets(paths);
  if (kept !== undefined) return kept;
  const secrets = createSecrets();
  await writeFile(paths.tokenFile, `${bearerToken(secrets)}\n`, { mode: 0o600 });
  await writeFile(paths.secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Undefined when the lab has none yet. */
export async function readSecrets({ secretsFile }: LabPaths): Promise<LabSecrets | undefined> {
  try {
    return JSON.parse(await readFile(secretsFile, "utf8")) as LabSecrets;
  } catch {
    return undefined;
  }
}

function createSecrets(): LabSecrets {
  return {
    secretKey: randomText(60),
    pepper: randomText(60),
    tokenKey: randomText(12),
    token: randomText(40),
    password: randomText(24),
  };
}
