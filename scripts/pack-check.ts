// `npm run pack:check`: builds and packs every package that is published, and has publint and
// "are the types wrong" look at each tarball as npm would get it. Then installs them into an empty
// folder, where the command must start.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "./pack-packages.ts";
import { showCommand } from "./show-command.ts";

const output = mkdtempSync(join(tmpdir(), "multipass-netbox-pack-"));

process.on("exit", () => {
  rmSync(output, { recursive: true });
});
const tarballs = packPackages(output, showCommand);
for (const tarball of tarballs) {
  showCommand("publint", ["run", tarball, "--strict"]);
  showCommand("attw", [tarball, "--profile", "esm-only", "--format", "ascii"]);
}
showCommand("npm", ["install", "--prefix", output, "--silent", ...tarballs]);
showCommand(join(output, "node_modules", ".bin", "multipass-netbox"), ["--version"]);
