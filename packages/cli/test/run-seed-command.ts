import { join } from "node:path";
import { execa } from "execa";
import type { RealNetBox } from "@multipass-netbox/testkit/real-netbox";

const main = join(import.meta.dirname, "..", "src", "main.ts");

/** Endpoints of the kinds that can carry our tag, as the client names them. */
export const taggedKinds = [
  "tenantGroups",
  "tenants",
  "sites",
  "racks",
  "manufacturers",
  "deviceTypes",
  "deviceRoles",
  "devices",
  "interfaces",
  "prefixes",
  "ipAddresses",
  "services",
] as const;

/** What came of a run of the command. */
export interface CommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `multipass-netbox seed …` in a folder, as a process of its own, against a NetBox. */
export async function runSeedCommand(
  folder: string,
  { url, token }: RealNetBox,
  args: readonly string[],
): Promise<CommandResult> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [main, "seed", ...args], {
    cwd: folder,
    reject: false,
    env: { NETBOX_URL: url, NETBOX_TOKEN: token, XDG_STATE_HOME: folder },
  });
  return { exitCode, stdout, stderr };
}

/** The methods of all requests that a run with `--verbose --log-format json` logged. */
export function methodsOf(stderr: string): readonly string[] {
  return stderr
    .split("\n")
    .filter((line) => line.includes('"NetBox answered"'))
    .map((line) => (JSON.parse(line) as { readonly method: string }).method);
}
