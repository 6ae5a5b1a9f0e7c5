// `npm run pack:check`: builds and packs every package that is published, and has publint and
// "are the types wrong" look at each tarball as npm would get it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";

const root = new URL("..", import.meta.url).pathname;
const output = mkdtempSync(join(tmpdir(), "multipass-netbox-pack-"));

try {
  show("tsc", ["-b"]);
  for (const name of listPublished()) {
    show("pnpm", ["--dir", join(root, "packages", name), "pack", "--pack-destination", output]);
  }
  for (const tarball of readdirSync(output).toSorted()) {
    show("publint", ["run", join(output, tarball), "--strict"]);
    show("attw", [join(output, tarball), "--profile", "esm-only"]);
  }
} finally {
  rmSync(output, { recursive: true });
}

function listPublished(): readonly string[] {
  return readdirSync(join(root, "packages")).filter((name) => {
    const manifest = readFileSync(join(root, "packages", name, "package.json"), "utf8");
    return (JSON.parse(manifest) as { readonly private?: boolean }).private !== true;
  });
}

function show(command: string, args: readonly string[]): void {
  process.stderr.write(`\n$ ${[command, ...args].join(" ")}\n`);
  execaSync(command, args, { cwd: root, stdio: "inherit" });
}
