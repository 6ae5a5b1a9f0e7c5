import { isMultipassError, MultipassError } from "@multipass-netbox/core";
import { type HostNetBox, openHostNetBox } from "@multipass-netbox/deployer";
import type { LoadedConfig } from "./load-config.ts";
import { type DeploymentSession, openDeployment } from "./open-deployment.ts";
import type { ClientSettings, OpenNetBox } from "./open-netbox.ts";

/**
 * Opens the NetBox that `deploy` put on the host of the configuration: through a tunnel, with the token
 * that is stored there. Throws `NOT_READY` when none is.
 */
export async function openNetBoxOfHost(
  loaded: LoadedConfig,
  settings: ClientSettings,
): Promise<OpenNetBox> {
  await using opened = new AsyncDisposableStack();
  const session = opened.use(await openDeployment(loaded, "use NetBox"));
  const { client } = opened.use(await openStored(session, settings));
  const kept = opened.move();
  return {
    client,
    // The near end of the tunnel is another one each time.
    target: `netbox on ${session.deployment.runner.target}`,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function openStored(
  { deployment }: DeploymentSession,
  settings: ClientSettings,
): Promise<HostNetBox> {
  try {
    return await openHostNetBox(deployment, settings);
  } catch (cause) {
    if (!isMultipassError(cause) || cause.code !== "REMOTE_COMMAND_FAILED") {
      throw cause;
    }
    const { target } = deployment.runner;
    throw new MultipassError("NOT_READY", `there is no token of NetBox on ${target}`, {
      cause,
      hint: "multipass-netbox deploy puts NetBox there, and a token of it.",
    });
  }
}
