import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const packages = join(import.meta.dirname, "..", "packages");

/** Runs a command and does not return when it fails. */
type RunCommand = (command: string, args: readonly string[]) => void;

/**
 * Builds every package that is published and packs it into `folder`, as npm would get it. Gives
 * the paths of the tarballs.
 */
export function packPackages(folder: string, run: RunCommand): readonly string[] {
  run("tsc", ["-b"]);
  for (const name of listPublished()) {
    run("pnpm", ["--dir", join(packages, name), "pack", "--pack-destination", folder]);
  }
  return readdirSync(folder).map((name) => join(folder, name));
}

function listPublished(): readonly string[] {
  return readdirSync(packages).filter((name) => {
    const manifest = readFileSync(join(packages, name, "package.json"), "utf8");
    return (JSON.parse(manifest) as { readonly private?: boolean }).private !== true;
  });
}
