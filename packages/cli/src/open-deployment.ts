import { hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import { type RenderedStack, renderStack } from "@multipass-netbox/compose-renderer";
import { MultipassError } from "@multipass-netbox/core";
import { type Deployment, layoutOf } from "@multipass-netbox/deployer";
import { type HostConfig, openRunner } from "@multipass-netbox/remote";
import { abortOnSignal } from "./abort-on-signal.ts";
import type { LoadedConfig } from "./load-config.ts";

/** The stack of a configuration on its host. Disposing ends the connection. */
export interface DeploymentSession extends AsyncDisposable {
  readonly deployment: Deployment;
  readonly host: HostConfig;
}

/**
 * Renders the stack and connects to its host. `command` is what the host's lock, receipts and audit
 * file say. Throws `CONFIG_INVALID` when no host is configured, and what the way there throws.
 */
export async function openDeployment(
  { config, folder }: LoadedConfig,
  command: string,
): Promise<DeploymentSession> {
  const host = resolveHost(config.host, folder);
  const { directory } = host;
  const render = (peppers: number): RenderedStack =>
    renderStack({ stack: config.stack, public: config.public, directory, peppers });
  using stop = abortOnSignal();
  const runner = await openRunner(host, { signal: stop.signal });
  return {
    deployment: {
      runner,
      stack: render(1),
      renderStack: render,
      layout: layoutOf(directory),
      who: `${userInfo().username}@${hostname()}`,
      command,
      copyBackupsTo: config.backups.copyTo,
    },
    host,
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

function resolveHost(host: HostConfig | undefined, folder: string): HostConfig {
  if (host === undefined) {
    throw new MultipassError("CONFIG_INVALID", "no host is named", {
      hint: "Write `host: {ssh: user@address}` in the configuration, or `host: {ssh: local}` for the Docker of this machine. `multipass-netbox init` writes an example.",
    });
  }
  const { identityFile, knownHostsFile } = host;
  return {
    ...host,
    identityFile: identityFile === undefined ? undefined : resolve(folder, identityFile),
    knownHostsFile: knownHostsFile === undefined ? undefined : resolve(folder, knownHostsFile),
  };
}
