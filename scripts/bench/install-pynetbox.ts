import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { findPython } from "@multipass-netbox/netbox-lab";
import { execa } from "execa";
import { say } from "./say.ts";

const requirements = join(import.meta.dirname, "requirements.txt");

const pipInstall = [
  "-m pip install --quiet --no-input --disable-pip-version-check",
  "--require-hashes --no-deps --only-binary :all:",
].flatMap((words) => words.split(" "));

/**
 * A Python with the pinned pynetbox, in a virtual environment in the user's cache folder; made on
 * the first call, found by the digest of the pins afterwards.
 */
export async function installPynetbox(): Promise<string> {
  const folder = environmentFolder();
  const python = join(folder, "bin", "python");
  const marker = join(folder, "installed");
  if (!existsSync(marker)) {
    say("Installing pynetbox (once)");
    mkdirSync(folder, { recursive: true });
    const base = await findPython(undefined, dirname(folder));
    await execa(base.path, ["-m", "venv", "--clear", folder]);
    await execa(python, [...pipInstall, "-r", requirements]);
    writeFileSync(marker, "");
  }
  return python;
}

function environmentFolder(): string {
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(cache, "multipass-netbox", `pynetbox-${digest.slice(0, 16)}`);
}
