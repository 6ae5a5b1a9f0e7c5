import { availableParallelism } from "node:os";
import { isMultipassError } from "@multipass-netbox/core";
import { runDocker } from "./docker.ts";
import { holdContainer, type HeldContainer } from "./hold-container.ts";

/** What a VM's container is started with. */
export interface ContainerRequest {
  /** Of the VM itself. */
  readonly image: string;
  /** Of the stand-ins in it. */
  readonly bystander: string;
  /** Of who may log in. */
  readonly publicKey: string;
  /** The same for VMs that have the same images in them. */
  readonly digest: string;
}

/** The running container of a VM. */
export interface VmContainer extends HeldContainer {
  readonly name: string;
}

const label = "org.multipass-netbox.throw-away-vm";
const mostAtOnce = 8;
// `--privileged` would ask for capabilities that not every machine has to give.
const capabilities =
  "SYS_ADMIN NET_ADMIN NET_RAW MKNOD SYS_PTRACE SYS_MODULE SYS_CHROOT SETFCAP".split(" ");
const isolation = [
  ...capabilities.map((capability) => `--cap-add=${capability}`),
  ...["seccomp", "apparmor", "systempaths"].map((part) => `--security-opt=${part}=unconfined`),
  "--cgroupns=private",
];

/**
 * Runs a VM's container. Its volume is kept and taken again, since it holds images; a VM that finds
 * it in use takes the next one, with the container's name as the lock.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function openContainer(request: ContainerRequest): Promise<VmContainer> {
  // What was made and never started would keep its name.
  const old = [`--filter=label=${label}`, "--filter=until=10m"];
  await runDocker(["container", "prune", "--force", ...old]);
  for (let slot = 1; ; slot += 1) {
    const name = `multipass-netbox-vm-${request.digest}-${slot}`;
    try {
      const held = await holdContainer(containerArguments(name, request));
      return { ...held, name };
    } catch (error) {
      if (slot === mostAtOnce || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  return isMultipassError(error) && error.hint?.includes("is already in use by container") === true;
}

function containerArguments(
  name: string,
  { image, bystander, publicKey }: ContainerRequest,
): readonly string[] {
  return [
    `--name=${name}`,
    "--hostname=throw-away-vm",
    `--label=${label}`,
    ...isolation,
    "--memory=4g",
    `--cpus=${Math.min(2, availableParallelism())}`,
    "--publish=127.0.0.1::22",
    `--volume=${name}:/var/lib/docker`,
    `--env=AUTHORIZED_KEY=${publicKey}`,
    `--env=BYSTANDER=${bystander}`,
    image,
  ];
}
