import type { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { type HostConfig, hostSchema } from "../src/index.ts";

/** The configuration for a VM whose key is pinned, or something else than that. */
export function vmHost(
  vm: ReturnType<typeof injectThrowAwayVm>,
  more: Partial<HostConfig> = {},
): HostConfig {
  const { user, sshPort: port, identityFile, hostKey } = vm;
  return hostSchema.parse({ ssh: `${user}@127.0.0.1`, port, identityFile, hostKey, ...more });
}
