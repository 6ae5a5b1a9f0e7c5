import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { buildImages } from "./build-images.ts";
import { controlVm, type VmControl } from "./control-vm.ts";
import { requireDocker, runDocker } from "./docker.ts";
import { type ImageRefs, readImageRefs } from "./image-refs.ts";
import { type ImageName, imageNames } from "./image-specs.ts";
import { loadImages } from "./load-images.ts";
import { openContainer } from "./open-container.ts";
import { fingerprintOf, makeIdentity, type SshIdentity, writeKnownHosts } from "./ssh-identity.ts";
import type { VmDescription, VmImages } from "./vm-description.ts";

/** How a VM is started. */
export interface ThrowAwayVmOptions {
  /** Whether our stack's images are in it; without them it is there in seconds. Default: true. */
  readonly hasStackImages?: boolean;
  /** Called with each thing that takes its time. */
  readonly onProgress?: (line: string) => void;
}

/** A host like the operator's, in a container. Disposing ends it. */
export interface ThrowAwayVm extends VmDescription, VmControl, AsyncDisposable {}

/**
 * Starts a host to break: user r2d2helm on an SSH server on 127.0.0.1, a Docker of its own with
 * `multipass-network` and the stand-ins, two cores and 4 GB at most, no way out. It ends with this
 * process, however that ends. Builds the images that are missing, which takes minutes once. Several
 * at once are possible.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function startThrowAwayVm(options: ThrowAwayVmOptions = {}): Promise<ThrowAwayVm> {
  const { hasStackImages = true, onProgress = () => {} } = options;
  await requireDocker();
  const refs = await readImageRefs();
  const names: readonly ImageName[] = hasStackImages ? innerImages : ["bystander"];
  await buildImages({ names: ["vm", ...names], refs, onProgress });
  const identity = await makeIdentity();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => rm(identity.folder, { recursive: true }));
  onProgress("Starting the throw-away VM");
  const container = await openContainer({
    image: refs.vm,
    bystander: refs.bystander,
    publicKey: identity.publicKey,
    digest: digestOf(innerImages.map((name) => refs[name])),
  });
  stack.defer(async () => container.end());
  await loadImages(
    container.name,
    names.map((name) => refs[name]),
  );
  const control = controlVm({ container: container.name });
  await control.reset();
  const description = await describeVm(container.name, refs, identity);
  const ends = stack.move();
  return { ...description, ...control, [Symbol.asyncDispose]: async () => ends.disposeAsync() };
}

const innerImages = imageNames.filter((name) => name !== "base" && name !== "vm");

function digestOf(refs: readonly string[]): string {
  return createHash("sha256").update(refs.join("\n")).digest("hex").slice(0, 12);
}

async function describeVm(
  container: string,
  refs: ImageRefs,
  { folder, identityFile }: SshIdentity,
): Promise<VmDescription> {
  const published = await runDocker(["port", container, "22/tcp"]);
  const port = Number(published.split(":").at(-1));
  const keyFile = "/etc/ssh/ssh_host_ed25519_key.pub";
  const publicKey = await runDocker(["exec", container, "cat", keyFile]);
  return {
    container,
    sshPort: port,
    user: "r2d2helm",
    identityFile,
    hostKey: fingerprintOf(publicKey),
    knownHostsFile: await writeKnownHosts(folder, { port, publicKey }),
    images: imagesOf(refs),
  };
}

function imagesOf(refs: ImageRefs): VmImages {
  return {
    netbox: {
      "4.7.0": refs["netbox-4.7.0"],
      "4.7.3": refs["netbox-4.7.3"],
      "4.7.3-broken": refs["netbox-4.7.3-broken"],
    },
    postgres: {
      plain: refs.postgres,
      "4.7.0": refs["postgres-4.7.0"],
      "4.7.3": refs["postgres-4.7.3"],
    },
    valkey: refs.valkey,
  };
}
