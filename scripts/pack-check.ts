// `npm run pack:check`: builds and packs every package that is published, and has publint and
// "are the types wrong" look at each tarball as npm would get it. Then installs them into an empty
// folder, where the command must start.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { showCommand } from "./show-command.ts";

const root = join(import.meta.dirname, "..");
const output = mkdtempSync(join(tmpdir(), "multipass-netbox-pack-"));

process.on("exit", () => {
  rmSync(output, { recursive: true });
});
showCommand("tsc", ["-b"]);
for (const name of listPublished()) {
  showCommand("pnpm", [
    "--dir",
    join(root, "packages", name),
    "pack",
    "--pack-destination",
    output,
  ]);
}
const tarballs = readdirSync(output).map((name) => join(output, name));
for (const tarball of tarballs) {
  showCommand("publint", ["run", tarball, "--strict"]);
  showCommand("attw", [tarball, "--profile", "esm-only", "--format", "ascii"]);
}
showCommand("npm", ["install", "--prefix", output, "--silent", ...tarballs]);
showCommand(join(output, "node_modules", ".bin", "multipass-netbox"), ["--version"]);

function listPublished(): readonly string[] {
  return readdirSync(join(root, "packages")).filter((name) => {
    const manifest = readFileSync(join(root, "packages", name, "package.json"), "utf8");
    return (JSON.parse(manifest) as { readonly private?: boolean }).private !== true;
  });
}
