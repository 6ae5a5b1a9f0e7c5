import { readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { MultipassError, operationsOf, type Plan, Secret } from "@multipass-netbox/core";
import {
  listSecretOutputs,
  listSecretReferences,
  parseSecretReference,
  type SecretStore,
  type SeedOperation,
} from "@multipass-netbox/seeder";

/**
 * The secrets that a plan names, all read before its first write. Throws one `CONFIG_INVALID` for
 * all that are missing, and for files that exist where a new secret is to be put. No message
 * holds a value.
 */
export async function openSecrets(plan: Plan<SeedOperation>, folder: string): Promise<SecretStore> {
  const operations = operationsOf(plan);
  const values = new Map<string, Secret>();
  const problems: string[] = [];
  for (const reference of new Set(listSecretReferences(operations))) {
    const value = await readSecret(reference, folder);
    if (value === undefined) {
      problems.push(`${reference} can't be read or is empty`);
    } else {
      values.set(reference, new Secret(value));
    }
  }
  const homeless = operations.filter(
    (operation) =>
      operation.action === "create" &&
      operation.kind === "token" &&
      typeof operation.after["token_file"] !== "string",
  );
  problems.push(...homeless.map(({ key }) => `token ${key} has no token_file to be put into`));
  const outputs = [...listSecretOutputs(operations)].filter((one) =>
    existsSync(pathOf(one, folder)),
  );
  problems.push(...outputs.map((one) => `${one} exists, and a new secret is to be put there`));
  if (problems.length > 0) {
    throw new MultipassError(
      "CONFIG_INVALID",
      `secrets that the seed files name\n${problems.map((line) => `  ${line}`).join("\n")}`,
      { hint: `Nothing was written. Paths start from ${folder}.` },
    );
  }
  return {
    read: (reference) => values.get(reference) as Secret,
    save: async (reference, value) => {
      await writeFile(pathOf(reference, folder), `${value.reveal()}\n`, {
        flag: "wx",
        mode: 0o600,
      });
    },
  };
}

async function readSecret(reference: string, folder: string): Promise<string | undefined> {
  const place = parseSecretReference(reference);
  const text =
    "env" in place
      ? process.env[place.env]
      : await readFile(resolve(folder, place.file), "utf8").catch(() => undefined);
  return text?.trim() === "" ? undefined : text?.trim();
}

function pathOf(reference: string, folder: string): string {
  const place = parseSecretReference(reference);
  return resolve(folder, "file" in place ? place.file : "");
}
