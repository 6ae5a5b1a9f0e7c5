import { mkdir, readFile, stat, writeFile, chmod } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type RenderedStack,
  renderStack,
  type StackFile,
} from "@multipass-netbox/compose-renderer";
import { MultipassError } from "@multipass-netbox/core";
import { hostSchema } from "@multipass-netbox/remote";
import { exitCodes } from "./exit-codes.ts";
import type { GlobalOptions } from "./global-options.ts";
import { loadConfig } from "./load-config.ts";
import type { Terminal } from "./open-terminal.ts";

/** What `render` takes besides the global options. */
export interface RenderOptions extends GlobalOptions {
  readonly out?: string;
  readonly check?: boolean;
}

/** `render`: shows the files, writes them, or compares a folder with them. */
export async function runRender(options: RenderOptions, terminal: Terminal): Promise<void> {
  const { out, check = false } = options;
  if (check && out === undefined) {
    throw new MultipassError("USAGE", "--check needs the folder to compare with: --out <folder>");
  }
  const { config } = await loadConfig(options.config);
  const { directory } = config.host ?? hostSchema.parse({ ssh: "local" });
  const rendered = renderStack({ stack: config.stack, public: config.public, directory });
  if (out === undefined) {
    showStack(rendered, terminal);
  } else if (check) {
    await compareFolder(rendered.files, out, terminal);
  } else {
    await writeFiles(rendered.files, out);
    showWritten(rendered.files, out, terminal);
  }
}

function showStack({ directory, files, secrets }: RenderedStack, terminal: Terminal): void {
  if (terminal.json) {
    terminal.print(JSON.stringify({ directory, files, secrets: secrets.map(({ name }) => name) }));
    return;
  }
  terminal.print(`Files in ${directory}:`);
  for (const { path } of files) {
    terminal.print(`  ${path}`);
  }
  terminal.print("Secrets, made on the host by deploy:");
  for (const { name } of secrets) {
    terminal.print(`  secrets/${name}`);
  }
}

async function writeFiles(files: readonly StackFile[], folder: string): Promise<void> {
  for (const { path, content, mode } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    // The mode of a new file is less the umask, that of an old one is its own.
    await chmod(file, mode);
  }
}

function showWritten(files: readonly StackFile[], folder: string, terminal: Terminal): void {
  const paths = files.map(({ path }) => path);
  terminal.print(
    terminal.json
      ? JSON.stringify({ folder, files: paths })
      : `${paths.length} files are in ${folder}.`,
  );
}

async function compareFolder(
  files: readonly StackFile[],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const found = await Promise.all(files.map((file) => findDifference(file, folder)));
  const differences = found.filter((one) => one !== undefined);
  if (terminal.json) {
    terminal.print(JSON.stringify({ folder, differences }));
  } else {
    terminal.print(
      differences.length === 0
        ? `${folder} is what the configuration says.`
        : `${folder} is not what the configuration says:`,
    );
    for (const { path, difference } of differences) {
      terminal.print(`  ${path}: ${difference}`);
    }
  }
  terminal.exitCode = differences.length === 0 ? exitCodes.done : exitCodes.difference;
}

interface FileDifference {
  readonly path: string;
  readonly difference: "missing" | "another content" | "another mode";
}

async function findDifference(
  { path, content, mode }: StackFile,
  folder: string,
): Promise<FileDifference | undefined> {
  const file = join(folder, path);
  try {
    if ((await readFile(file, "utf8")) !== content) {
      return { path, difference: "another content" };
    }
    return isSameMode((await stat(file)).mode, mode)
      ? undefined
      : { path, difference: "another mode" };
  } catch {
    return { path, difference: "missing" };
  }
}

// Git and Windows keep of a mode whether the owner may run the file, or not even that.
function isSameMode(found: number, wanted: number): boolean {
  return process.platform === "win32" || (found & 0o100) === (wanted & 0o100);
}
