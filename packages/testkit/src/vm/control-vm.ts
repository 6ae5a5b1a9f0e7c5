import type { CommandResult } from "@multipass-netbox/core";
import { askDocker, runDocker } from "./docker.ts";
import { fingerprintOf } from "./ssh-identity.ts";
import type { StandIn } from "./stand-ins.ts";
import type { VmDescription } from "./vm-description.ts";

/** How {@link VmControl.exec} runs a command. */
export interface VmExecOptions {
  readonly stdin?: string | Uint8Array;
  /** Default: root. */
  readonly user?: string;
}

/** Another host key, until it is disposed of. */
export interface RotatedHostKey extends AsyncDisposable {
  /** `SHA256:…`, not the one of the known_hosts file. */
  readonly hostKey: string;
}

/** What can be done to a VM past SSH: what an operator, a neighbour or bad luck would do. */
export interface VmControl {
  /** Runs a command in the VM, not by SSH. An exit code other than 0 is a result. */
  exec(argv: readonly [string, ...string[]], options?: VmExecOptions): Promise<CommandResult>;
  /**
   * Puts the VM back as it was: no container, volume, network or file of ours, the stand-ins
   * running, those that were touched made anew, nothing of the user's running but SSH connections.
   */
  reset(): Promise<void>;
  /** Makes the SSH server show another host key, until that is disposed of. */
  rotateHostKey(): Promise<RotatedHostKey>;
  /** Cuts every SSH connection. What the commands in them started goes on. New ones are possible. */
  dropConnections(): Promise<void>;
  /** Lets no packet to or from the SSH server through, until it is disposed of. */
  blockSsh(): Promise<AsyncDisposable>;
  /** Makes a stand-in die and be restarted again and again. {@link reset} ends it. */
  flapStandIn(name: StandIn): Promise<void>;
  restartStandIn(name: StandIn): Promise<void>;
  /** Makes a stand-in anew as its owner would: another container of the same name. */
  recreateStandIn(name: StandIn): Promise<void>;
}

/** The ways to act on the VM that is described. */
export function controlVm({ container }: Pick<VmDescription, "container">): VmControl {
  const run = async (...argv: readonly string[]): Promise<string> =>
    runDocker(["exec", container, ...argv]);
  const runScript = async (script: string): Promise<string> =>
    runDocker(["exec", "--interactive", container, "sh", "-eu"], script);
  return {
    exec: async (argv, { stdin, user = "root" } = {}) =>
      askDocker(["exec", "--interactive", "--user", user, container, ...argv], stdin),
    reset: async () => void (await run("reset-vm")),
    rotateHostKey: async () => {
      const publicKey = await runScript(rotateScript);
      return {
        hostKey: fingerprintOf(publicKey),
        [Symbol.asyncDispose]: async () => void (await runScript(rotateBackScript)),
      };
    },
    dropConnections: async () => void (await runScript("pkill -KILL -x sshd-session || true")),
    blockSsh: async () => {
      await runScript(firewallScript("-I"));
      return { [Symbol.asyncDispose]: async () => void (await runScript(firewallScript("-D"))) };
    },
    flapStandIn: async (name) => {
      await run("docker", "exec", name, "touch", "/flap");
      await run("docker", "restart", "--time", "0", name);
    },
    restartStandIn: async (name) => void (await run("docker", "restart", name)),
    recreateStandIn: async (name) => void (await run(...recreate, name.replace("multipass-", ""))),
  };
}

const recreate =
  "docker compose --project-directory /opt/multipass/docker up --detach --no-deps --force-recreate".split(
    " ",
  );

// The server reads its keys anew on HUP; connections live on.
const readKeysAnew = `
key=/etc/ssh/ssh_host_ed25519_key
kill -HUP "$(cat /run/sshd.pid)"
until ssh-keyscan -t ed25519 127.0.0.1 2>/dev/null | grep -qF "$(cut -d ' ' -f 2 $key.pub)"; do
  sleep 0.1
done
`;

const rotateScript = `
cd /etc/ssh
mkdir -p pinned
mv ssh_host_ed25519_key ssh_host_ed25519_key.pub pinned/
ssh-keygen -q -t ed25519 -N '' -f ssh_host_ed25519_key
${readKeysAnew}
cat ssh_host_ed25519_key.pub
`;

const rotateBackScript = `
mv /etc/ssh/pinned/* /etc/ssh/
${readKeysAnew}
`;

function firewallScript(change: "-I" | "-D"): string {
  return `
iptables ${change} INPUT -i eth0 -p tcp --dport 22 -j DROP
iptables ${change} OUTPUT -o eth0 -p tcp --sport 22 -j DROP
`;
}
