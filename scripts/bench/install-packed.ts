import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { packPackages } from "../pack-packages.ts";
import { say } from "./say.ts";

/** Our packages as a user has them: built, packed, installed by npm. `using` removes them. */
export interface PackedInstall extends Disposable {
  /** The file that Node runs for the command. */
  readonly command: string;
  /** The entry of the client package. */
  readonly client: string;
}

/** Builds and installs into a folder of its own; what they depend on comes from the npm registry. */
export function installPacked(): PackedInstall {
  say("Building, packing and installing our packages");
  const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-bench-"));
  const tarballs = packPackages(folder, runQuietly);
  runQuietly("npm", ["install", "--prefix", folder, "--silent", "--prefer-offline", ...tarballs]);
  const modules = join(folder, "node_modules");
  return {
    command: join(modules, "multipass-netbox", "dist", "main.js"),
    client: join(modules, "@multipass-netbox", "netbox-client", "dist", "index.js"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

function runQuietly(command: string, args: readonly string[]): void {
  execaSync(command, args);
}
