import {
  applyTokenRotation,
  type HostChangeReceipt,
  planTokenRotation,
  type PlannedOnHost,
} from "@multipass-netbox/deployer";
import type { HostChange } from "./host-change.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printHostChange } from "./print-host-change.ts";
import { buildReadFileCommand } from "./read-file-command.ts";

/** `token rotate`: another value for the API token that deploy stored on the host. */
export function createTokenChange({
  deployment: { runner, layout },
  host,
}: DeploymentSession): HostChange<PlannedOnHost, HostChangeReceipt> {
  const place = `The API token: ${buildReadFileCommand(host, layout.apiToken)}`;
  return {
    command: "token rotate",
    title: "Rotate the token on",
    whenEmpty: "there is no token of ours on",
    plan: planTokenRotation,
    comment: () => ({ remarks: ["Who uses the old token is refused from then on."] }),
    apply: applyTokenRotation,
    print: ({ shown, result }, terminal) => {
      printHostChange({ runner, ...shown, ...result, said: [place] }, terminal);
    },
  };
}
