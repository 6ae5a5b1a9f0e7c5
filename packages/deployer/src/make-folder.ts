import type { Plan } from "@multipass-netbox/core";
import type { Deployment } from "./deployment.ts";
import type { HostOperation } from "./host-operation.ts";
import { hostScript, quote } from "./host-script.ts";

/** Makes the folder of a deployment where the plan says so, before everything else: the lock is in it. */
export async function makeFolder({ runner }: Deployment, plan: Plan<HostOperation>): Promise<void> {
  const folder = plan.levels.flat().find((operation) => operation.kind === "folder");
  if (folder === undefined) {
    return;
  }
  const [place, sudo] = [quote(folder.key), folder.sudo ? "sudo -n " : ""];
  await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(
      `umask 022`,
      `${sudo}install -d -m 0755 -o "$(id -un)" -g "$(id -gn)" ${place}`,
    ),
  });
}
