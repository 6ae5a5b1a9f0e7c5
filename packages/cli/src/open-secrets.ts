import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { MultipassError, operationsOf, type Plan, Secret } from "@multipass-netbox/core";
import {
  listSecretOutputs,
  listSecretReferences,
  parseSecretReference,
  type SecretStore,
  type SeedOperation,
} from "@multipass-netbox/seeder";
import { reserveFiles } from "./reserve-files.ts";

/** The secrets of a plan, and the places of those that NetBox is going to make. */
export type OpenSecrets = SecretStore & AsyncDisposable;

/**
 * The secrets that a plan names, all read before its first write, and empty files for those that
 * NetBox is to make. Throws one `CONFIG_INVALID` for all that are missing, and for files that
 * exist, can't be made or are named twice; then there is no new file. No message holds a value.
 * Disposing removes the files that were not filled.
 */
export async function openSecrets(plan: Plan<SeedOperation>, folder: string): Promise<OpenSecrets> {
  const operations = operationsOf(plan);
  const { values, missing } = await readSecrets(operations, folder);
  const outputs = listSecretOutputs(operations).map((one) => pathOf(one, folder));
  refuse([...missing, ...listHomeless(operations), ...listTwice(outputs)], folder);
  const files = await reserveFiles(outputs);
  if (files.problems.size > 0) {
    await files[Symbol.asyncDispose]();
    const said = [...files.problems].map(([path, problem]) => `${path} ${problem}`);
    refuse(
      said.map((line) => `${line}, and a new secret is to be put there`),
      folder,
    );
  }
  return {
    read: (reference) => values.get(reference) as Secret,
    save: (reference, value) => files.fill(pathOf(reference, folder), `${value.reveal()}\n`),
    [Symbol.asyncDispose]: () => files[Symbol.asyncDispose](),
  };
}

async function readSecrets(
  operations: readonly SeedOperation[],
  folder: string,
): Promise<{ readonly values: ReadonlyMap<string, Secret>; readonly missing: readonly string[] }> {
  const values = new Map<string, Secret>();
  const missing: string[] = [];
  for (const reference of listSecretReferences(operations)) {
    const value = await readSecret(reference, folder);
    if (value === undefined) {
      missing.push(`${reference} can't be read or is empty`);
    } else {
      values.set(reference, new Secret(value));
    }
  }
  return { values, missing };
}

function listHomeless(operations: readonly SeedOperation[]): readonly string[] {
  return operations
    .filter(
      (operation) =>
        operation.action === "create" &&
        operation.kind === "token" &&
        typeof operation.after["token_file"] !== "string",
    )
    .map(({ key }) => `token ${key} has no token_file to be put into`);
}

function listTwice(paths: readonly string[]): readonly string[] {
  return [...Map.groupBy(paths, (path) => path)]
    .filter(([, { length }]) => length > 1)
    .map(([path, { length }]) => `${path} is the token_file of ${length} tokens`);
}

function refuse(problems: readonly string[], folder: string): void {
  if (problems.length > 0) {
    throw new MultipassError(
      "CONFIG_INVALID",
      `secrets that the seed files name\n${problems.map((line) => `  ${line}`).join("\n")}`,
      { hint: `Nothing was written. Paths start from ${folder}.` },
    );
  }
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
