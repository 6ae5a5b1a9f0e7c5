import {
  publicSchema,
  type RenderedStack,
  renderStack,
  stackSchema,
} from "@multipass-netbox/compose-renderer";
import type {
  HostObservation,
  ObservedContainer,
  PastRun,
  PlannedRollback,
} from "@multipass-netbox/deployer";

/** The stack of an empty configuration. */
export const exampleStack: RenderedStack = renderStack({
  stack: stackSchema.parse({}),
  public: publicSchema.parse({}),
  directory: "/opt/multipass/docker/netbox",
});

export const exampleTarget = `r2d2helm@192.168.1.161 SHA256:${"a".repeat(43)}`;

const ownLabels = { "com.docker.compose.project": "multipass-netbox" };

const neighbour: ObservedContainer = {
  id: "c0ffee",
  name: "multipass-kong",
  image: "kong:2.8.1",
  imageId: "sha256:1",
  labels: {},
  status: "running",
  health: "healthy",
  startedAt: "2026-11-01T00:00:00Z",
  restartCount: 0,
  exitCode: 0,
  oomKilled: false,
  networks: ["multipass-network"],
  ports: [],
  mounts: [],
};

/** Our own containers, as they are when all is well. */
export const ownContainers: readonly ObservedContainer[] = exampleStack.containers.map(
  ({ name, image, digest }) => ({
    ...neighbour,
    name,
    image,
    labels: { ...ownLabels, "org.multipass-netbox.digest": digest },
  }),
);

const ownFile = { owner: "r2d2helm", sizeBytes: 60 };

/** A host with two neighbours, and NetBox as {@link exampleStack} has it. */
export const exampleHost: HostObservation = {
  kernel: "Linux",
  machine: "x86_64",
  user: "r2d2helm",
  hostname: "r2d2automaker",
  clock: 1_000_000,
  folder: "writable",
  memoryTotalBytes: 60_000_000_000,
  memoryAvailableBytes: 54_000_000_000,
  diskFreeBytes: 50_000_000_000,
  dockerDiskFreeBytes: 50_000_000_000,
  dockerVersion: "28.2.2",
  dockerProblem: undefined,
  composeVersion: "2.40.0",
  listening: [],
  containers: [neighbour, { ...neighbour, name: "multipass-redis" }, ...ownContainers],
  networks: [
    { name: exampleStack.networks.external, labels: {} },
    { name: exampleStack.networks.private, labels: ownLabels },
  ],
  volumes: exampleStack.volumes.map((name) => ({ name, labels: ownLabels })),
  images: exampleStack.containers.map(({ image }) => ({
    id: "sha256:2",
    reference: image,
    architecture: "amd64",
  })),
  files: exampleStack.files,
  secrets: exampleStack.secrets.map(({ name }) => ({ name, mode: 0o444, ...ownFile })),
  credentials: ["superuser_password", "api_token"].map((name) => {
    return { name, mode: 0o600, ...ownFile };
  }),
  backups: [],
  runs: [],
  lockHolder: undefined,
  brokenRestore: undefined,
};

/** The same host before the first deployment. */
export const emptyHost: HostObservation = {
  ...exampleHost,
  folder: "sudo",
  containers: exampleHost.containers.filter(({ name }) => name.startsWith("multipass-")),
  networks: exampleHost.networks.slice(0, 1),
  volumes: [],
  images: [],
  files: [],
  secrets: [],
  credentials: [],
};

/** A run whose connection was cut while NetBox started. */
export const brokenRun: PastRun = {
  id: "2026-11-25T03-15-00.000Z-deploy-1a2b",
  command: "deploy",
  who: "alice@laptop",
  at: "2026-11-25T03:15:00.000Z",
  result: undefined,
  activeStep: "up",
  backupId: "2026-11-25T03-15-00.000Z-deploy-1a2b",
  before: { files: [], secrets: [], credentials: [], volumes: [], networks: [], containers: [] },
};

/** A backup of a database that nobody ever wrote into. */
export const exampleBackup: NonNullable<PlannedRollback["restores"]>["backup"] = {
  format: 1,
  id: brokenRun.id,
  created: "2026-11-25T03:15:10Z",
  who: "alice@laptop",
  reason: "before upgrade --to 4.6.3",
  netboxVersion: "4.5.2",
  containers: [],
  database: { version: "17.7", sizeBytes: 30_000_000, fingerprint: null },
  secrets: [],
  files: {
    "database.dump": 1_000_000,
    "media.tar": 0,
    "reports.tar": 0,
    "scripts.tar": 0,
    "configuration.tar": 0,
    "secrets.tar": 0,
  },
};
