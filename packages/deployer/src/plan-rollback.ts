import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import type { Plan } from "@multipass-netbox/core";
import type { HostObservation } from "./host-observation.ts";
import type { HostOperation } from "./host-operation.ts";
import { planCredentialRemovals } from "./plan-credential-removals.ts";
import { placeOperations } from "./plan-deployment.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

/** What is put back, and how far. */
export interface RollbackSubject {
  readonly stack: RenderedStack;
  readonly before: Snapshot;
  readonly observation: HostObservation;
  /** Whether volumes that were not there before are removed: a deployment that never ran. */
  readonly removesData: boolean;
}

/** What has to be done so that a host has what it had before. Images that were fetched stay. Pure. */
export function planRollback(subject: RollbackSubject, target: string): Plan<HostOperation> {
  const { stack, before, observation } = subject;
  const now = takeSnapshot(stack, observation);
  return placeOperations(target, [
    ...planFiles(before, now),
    ...planContainers(before, now),
    ...(subject.removesData ? planData(before, now) : []),
  ]);
}

function planFiles(before: Snapshot, now: Snapshot): readonly HostOperation[] {
  const paths = new Set([...before.files, ...now.files].map(({ path }) => path));
  return [...paths].flatMap((path): readonly HostOperation[] => {
    const [old, current] = [before, now].map(({ files }) =>
      files.find((file) => file.path === path),
    );
    return isSameFile(old, current) ? [] : [buildFileOperation(path, old, current)];
  });
}

type SavedFile = Snapshot["files"][number];

function isSameFile(old: SavedFile | undefined, current: SavedFile | undefined): boolean {
  return old?.content === current?.content && old?.mode === current?.mode;
}

function buildFileOperation(
  path: string,
  old: SavedFile | undefined,
  current: SavedFile | undefined,
): HostOperation {
  const contents = { before: current?.content, after: old?.content };
  const mode = (old ?? current)?.mode ?? 0;
  return { action: chooseAction(old, current), kind: "file", key: path, mode, ...contents };
}

function chooseAction(old: unknown, current: unknown): "create" | "update" | "delete" {
  if (old === undefined) {
    return "delete";
  }
  return current === undefined ? "create" : "update";
}

function planContainers(before: Snapshot, now: Snapshot): readonly HostOperation[] {
  const gone = now.containers.filter(
    ({ name }) => !before.containers.some((old) => old.name === name),
  );
  const changed = before.containers.filter(
    ({ name, digest }) => now.containers.find((one) => one.name === name)?.digest !== digest,
  );
  const stopped = before.containers.filter(
    ({ name, digest, status }) =>
      status === "running" &&
      now.containers.some(
        (one) => one.name === name && one.digest === digest && one.status !== "running",
      ),
  );
  return [
    ...stopped.map(({ name, image }) => {
      const reason = "it ran before";
      return { action: "start", kind: "container", key: name, image, reason } as const;
    }),
    ...gone.map(({ name, image }) => {
      const reason = "it was not there before";
      return { action: "delete", kind: "container", key: name, image, reason } as const;
    }),
    ...changed.map(({ name, image }) => {
      const isThere = now.containers.some((one) => one.name === name);
      const action = isThere ? ("recreate" as const) : ("create" as const);
      return { action, kind: "container", key: name, image, reason: "as it was before" } as const;
    }),
  ];
}

// A secret belongs to the data that was made with it: both go, or neither.
function planData(before: Snapshot, now: Snapshot): readonly HostOperation[] {
  const added = (field: "volumes" | "networks" | "secrets" | "credentials"): readonly string[] =>
    now[field].filter((name) => !before[field].includes(name));
  const secrets = before.volumes.length === 0 ? added("secrets") : [];
  return [
    ...added("volumes").map((key) => ({ action: "delete", kind: "volume", key }) as const),
    ...added("networks").map((key) => ({ action: "delete", kind: "network", key }) as const),
    ...secrets.map((key) => {
      return { action: "delete", kind: "secret", key, length: 0, template: "" } as const;
    }),
    ...planCredentialRemovals(added("credentials")),
  ];
}
