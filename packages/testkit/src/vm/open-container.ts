import { availableParallelism } from "node:os";
import { isMultipassError } from "@multipass-netbox/core";
import { askDocker, runDocker } from "./docker.ts";
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

const namePrefix = "multipass-netbox-vm-";
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
  await sweep(request.digest);
  for (let slot = 1; ; slot += 1) {
    const name = `${namePrefix}${request.digest}-${slot}`;
    try {
      const held = await holdContainer(containerArguments(name, request));
      return { ...held, name };
    } catch (error) {
      if (slot === mostAtOnce || !isTaken(error)) throw error;
    }
  }
}

/** Removes what was made and never started, since it keeps its name, and outdated volumes. */
async function sweep(digest: string): Promise<void> {
  const unstarted = [`--filter=label=${label}`, "--filter=until=10m"];
  await runDocker(["container", "prune", "--force", ...unstarted]);
  const listed = await runDocker(["volume", "ls", "--quiet", `--filter=name=${namePrefix}`]);
  const outdated = listed.split("\n").filter((name) => !name.startsWith(`${namePrefix}${digest}`));
  // One that another checkout uses right now is not removed.
  await askDocker(["volume", "rm", ...outdated]);
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
