import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import {
  buildExport,
  describeOmission,
  loadEverything,
  type SeedExport,
  type SeedText,
} from "@multipass-netbox/seeder";
import type { GlobalOptions } from "./global-options.ts";
import { loadConfig } from "./load-config.ts";
import { openNetBox } from "./open-netbox.ts";
import type { Terminal } from "./open-terminal.ts";
import { runStep } from "./run-step.ts";

/** What `seed export` takes besides the global options. */
export interface SeedExportOptions extends GlobalOptions {
  /** The folder for the files; without it all goes to stdout as one. */
  readonly out?: string;
}

/** `seed export`: a NetBox as seed files. What these can't say goes to stderr. */
export async function runSeedExport(options: SeedExportOptions, terminal: Terminal): Promise<void> {
  const { out } = options;
  if (out !== undefined) {
    await refuseFilled(out);
  }
  const loaded = await loadConfig(options.config);
  await using netbox = await openNetBox(loaded, options);
  const { client, target } = netbox;
  const found = await runStep("Read everything in NetBox", terminal, () => loadEverything(client));
  const result = buildExport(found, { source: target });
  if (out !== undefined) {
    await writeFiles(out, result.files);
  }
  showExport(result, out, terminal);
}

async function refuseFilled(folder: string): Promise<void> {
  const names = await listNames(folder);
  if (names.length > 0) {
    throw new MultipassError("USAGE", `the folder ${folder} is not empty`, {
      hint: "Name a new or an empty folder with --out: files that are there would be read as well.",
    });
  }
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") {
      return [];
    }
    throw new MultipassError("USAGE", `${folder} is no folder that can be read`, {
      cause,
      hint: "Name a new or an empty folder with --out.",
    });
  }
}

async function writeFiles(folder: string, files: readonly SeedText[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) {
    // Nobody's file is overwritten, not even one that came meanwhile.
    await writeFile(join(folder, name), text, { flag: "wx" });
  }
}

function showExport(
  { files, document, leftOut }: SeedExport,
  out: string | undefined,
  terminal: Terminal,
): void {
  const names = files.map(({ name }) => name);
  if (terminal.json) {
    const shown = out === undefined ? { document } : { files: names };
    terminal.print(JSON.stringify({ ...shown, leftOut }));
    return;
  }
  terminal.print(
    out === undefined ? document.trimEnd() : `${names.length} seed files are in ${out}.`,
  );
  terminal.note(leftOut.length === 0 ? "Nothing was left out." : `${leftOut.length} left out:`);
  for (const omission of leftOut) {
    terminal.note(`  ${describeOmission(omission)}`);
  }
}
