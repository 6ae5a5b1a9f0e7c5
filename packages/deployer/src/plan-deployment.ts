import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import { buildPlan, type Placed, type Plan } from "@multipass-netbox/core";
import type { HostObservation, ObservedContainer } from "./host-observation.ts";
import { digestLabel } from "./host-layout.ts";
import type { ContainerOperation, HostOperation } from "./host-operation.ts";
import { isDatabaseRunning } from "./is-database-running.ts";
import { isOurs } from "./is-ours.ts";
import { listMissingImages } from "./list-missing-images.ts";

/** What the token that deploy makes is called in NetBox. */
export const apiTokenDescription = "multipass-netbox";

// A level starts when the one before has ended.
const levels = {
  folder: 0,
  image: 1,
  backup: 2,
  file: 3,
  secret: 3,
  volume: 4,
  network: 4,
  container: 4,
  superuser: 5,
  "api-token": 6,
} as const satisfies Readonly<Record<HostOperation["kind"], number>>;

// What uses a thing goes before the thing.
const deletionLevels: Readonly<Partial<Record<HostOperation["kind"], number>>> = {
  container: 3,
  volume: 5,
  network: 5,
  file: 6,
  secret: 6,
  superuser: 6,
  "api-token": 6,
};

function levelOf({ action, kind }: HostOperation): number {
  return (action === "delete" ? deletionLevels[kind] : undefined) ?? levels[kind];
}

/** What has to be done so that a host has what the stack says. Pure. */
export function planDeployment(
  stack: RenderedStack,
  observation: HostObservation,
  target: string,
): Plan<HostOperation> {
  const containers = stack.containers.flatMap((one) => planContainer(one, observation));
  const changes: readonly HostOperation[] = [
    ...planFiles(stack, observation),
    ...planSecrets(stack, observation),
    ...planResources(stack, observation),
    ...containers,
  ];
  const operations = [
    ...planFolder(stack, observation),
    ...listMissingImages(stack, observation).map(
      (key) => ({ action: "pull", kind: "image", key }) as const,
    ),
    ...planBackup(changes, observation),
    ...changes,
    ...planAccess(stack, observation),
  ];
  return placeOperations(target, operations);
}

/** Operations of any order as a plan. Pure. */
export function placeOperations(
  target: string,
  operations: readonly HostOperation[],
): Plan<HostOperation> {
  const placed = operations.map((operation): Placed<HostOperation> => {
    return { level: levelOf(operation), operation };
  });
  return buildPlan(target, placed);
}

function planFolder(
  { directory }: RenderedStack,
  { folder }: HostObservation,
): readonly HostOperation[] {
  return folder === "creatable" || folder === "sudo"
    ? [{ action: "create", kind: "folder", key: directory, sudo: folder === "sudo" }]
    : [];
}

function planFiles(
  { files }: RenderedStack,
  observation: HostObservation,
): readonly HostOperation[] {
  return files.flatMap(({ path, content, mode }) => {
    const now = observation.files.find((file) => file.path === path);
    if (now?.content === content && now.mode === mode) {
      return [];
    }
    const action = now === undefined ? ("create" as const) : ("update" as const);
    return [{ action, kind: "file", key: path, mode, before: now?.content, after: content }];
  });
}

function planSecrets(
  { secrets }: RenderedStack,
  observation: HostObservation,
): readonly HostOperation[] {
  const present = new Set(observation.secrets.map(({ name }) => name));
  return secrets
    .filter(({ name }) => !present.has(name))
    .map(({ name, length, template = "{value}" }) => ({
      action: "create",
      kind: "secret",
      key: name,
      length,
      template,
    }));
}

function planResources(
  { volumes, networks }: RenderedStack,
  observation: HostObservation,
): readonly HostOperation[] {
  const [existingVolumes, existingNetworks] = [observation.volumes, observation.networks].map(
    (found) => new Set(found.map(({ name }) => name)),
  );
  return [
    ...volumes
      .filter((name) => existingVolumes?.has(name) !== true)
      .map((key) => ({ action: "create", kind: "volume", key }) as const),
    ...[networks.private]
      .filter((name) => existingNetworks?.has(name) !== true)
      .map((key) => ({ action: "create", kind: "network", key }) as const),
  ];
}

type DesiredContainer = RenderedStack["containers"][number];

function planContainer(
  desired: DesiredContainer,
  { containers }: HostObservation,
): readonly ContainerOperation[] {
  const now = containers.find(({ name }) => name === desired.name);
  const planned = chooseAction(desired, now);
  return planned === undefined
    ? []
    : [{ kind: "container", key: desired.name, image: desired.image, ...planned }];
}

function chooseAction(
  { digest, image }: DesiredContainer,
  now: ObservedContainer | undefined,
): Pick<ContainerOperation, "action" | "reason"> | undefined {
  if (now === undefined) {
    return { action: "create", reason: "it is not there" };
  }
  if (now.image !== image) {
    return { action: "recreate", reason: `image ${now.image} -> ${image}` };
  }
  if (now.labels[digestLabel] !== digest) {
    return { action: "recreate", reason: "its configuration changes" };
  }
  if (now.status !== "running" && now.status !== "restarting") {
    return { action: "start", reason: `it is ${now.status}` };
  }
  // An earlier run was stopped meanwhile: NetBox may be migrating.
  return now.health === "starting" ? { action: "wait", reason: "it is starting" } : undefined;
}

// A container that is only started again changes nothing that a backup could bring back. A NetBox that
// is gone has no image that could read the volumes, and making it again changes no data.
function planBackup(
  changes: readonly HostOperation[],
  { containers }: HostObservation,
): readonly HostOperation[] {
  const hasNetBox = containers.some((one) => one.name === "netbox" && isOurs(one));
  return hasNetBox &&
    isDatabaseRunning({ containers }) &&
    changes.some(({ action }) => action !== "start" && action !== "wait")
    ? [{ action: "create", kind: "backup", key: "before this change" }]
    : [];
}

function planAccess(
  { superuser }: RenderedStack,
  { credentials }: HostObservation,
): readonly HostOperation[] {
  const present = new Set(credentials.map(({ name }) => name));
  return [
    ...(present.has("superuser_password")
      ? []
      : [
          {
            action: "create",
            kind: "superuser",
            key: superuser.name,
            email: superuser.email,
          } as const,
        ]),
    ...(present.has("api_token")
      ? []
      : [{ action: "create", kind: "api-token", key: apiTokenDescription } as const]),
  ];
}
