import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import type { HostObservation, ObservedContainer } from "../src/host-observation.ts";
import { digestLabel } from "../src/host-layout.ts";

const projectLabel = "com.docker.compose.project";

/** A small stack: what matters to plans, not what a renderer would write. */
export const exampleStack: RenderedStack = {
  project: "multipass-netbox",
  directory: "/opt/multipass/docker/netbox",
  composeFile: "docker-compose.netbox.yml",
  files: [
    { path: "docker-compose.netbox.yml", content: "name: multipass-netbox\n", mode: 0o644 },
    { path: "configuration/launch-netbox.sh", content: "#!/bin/sh\n", mode: 0o755 },
  ],
  secrets: [
    { name: "secret_key", length: 60 },
    { name: "redis_password", length: 40 },
    { name: "valkey.conf", length: 0, template: "requirepass {redis_password}\n" },
  ],
  containers: (["netbox", "netbox-worker", "netbox-postgres", "netbox-redis"] as const).map(
    (name) => ({
      name,
      image: imageOf(name),
      digest: `digest of ${name}`,
      ports: name === "netbox" ? [{ address: "127.0.0.1", host: 8080, container: 8080 }] : [],
      memoryLimitBytes: 400_000_000,
    }),
  ),
  volumes: ["netbox-postgres-data", "netbox-media"],
  networks: { external: "multipass-network", private: "multipass-netbox-private" },
  path: "/netbox/",
  superuser: { name: "admin", email: "admin@example.org" },
};

function imageOf(name: string): string {
  return name.startsWith("netbox-p") || name.startsWith("netbox-r")
    ? `${name.replace("netbox-", "")}:1`
    : "netboxcommunity/netbox:v4.5.2-4.0.0";
}

/** A container that is not ours and stands still. */
export const neighbour: ObservedContainer = {
  id: "c0ffee",
  name: "multipass-redis",
  image: "redis:7",
  imageId: "sha256:1",
  labels: {},
  status: "running",
  health: "healthy",
  startedAt: "2026-11-01T00:00:00Z",
  restartCount: 0,
  exitCode: 0,
  oomKilled: false,
  networks: ["multipass-network"],
  ports: ["0.0.0.0:6379->6379/tcp"],
  mounts: [],
};

/** A host that is ready, with the fourteen's network and one neighbour, and nothing of ours. */
export const emptyHost: HostObservation = {
  kernel: "Linux",
  machine: "x86_64",
  user: "r2d2helm",
  hostname: "r2d2automaker",
  clock: 1_000_000,
  folder: "sudo",
  memoryTotalBytes: 60_000_000_000,
  memoryAvailableBytes: 54_000_000_000,
  diskFreeBytes: 50_000_000_000,
  dockerDiskFreeBytes: 50_000_000_000,
  dockerVersion: "28.2.2",
  dockerProblem: undefined,
  composeVersion: "2.40.0",
  listening: ["0.0.0.0:22", "0.0.0.0:6379", "[::]:22"],
  containers: [neighbour],
  networks: [{ name: "multipass-network", labels: {} }],
  volumes: [],
  images: [],
  files: [],
  secrets: [],
  credentials: [],
  backups: [],
  runs: [],
  lockHolder: undefined,
  brokenRestore: undefined,
};

/** The same host with the example stack deployed. */
export const deployedHost: HostObservation = {
  ...emptyHost,
  folder: "writable",
  listening: [...emptyHost.listening, "127.0.0.1:8080"],
  containers: [neighbour, ...exampleStack.containers.map(buildOwn)],
  networks: [...emptyHost.networks, ownResource("multipass-netbox-private")],
  volumes: exampleStack.volumes.map(ownResource),
  images: [...new Set(exampleStack.containers.map(({ image }) => image))].map((image) => ({
    id: `sha256:${image}`,
    reference: image,
    architecture: "amd64",
  })),
  files: exampleStack.files,
  secrets: exampleStack.secrets.map(({ name }) => ownName(name, 0o444)),
  credentials: ["superuser_password", "api_token"].map((name) => ownName(name, 0o600)),
};

function buildOwn({
  name,
  image,
  digest,
  ports,
}: RenderedStack["containers"][number]): ObservedContainer {
  return {
    ...neighbour,
    id: `id of ${name}`,
    name,
    image,
    imageId: `sha256:${image}`,
    labels: { [projectLabel]: "multipass-netbox", [digestLabel]: digest },
    ports: ports.map(({ address, host, container }) => `${address}:${host}->${container}/tcp`),
  };
}

function ownResource(name: string): HostObservation["volumes"][number] {
  return { name, labels: { [projectLabel]: "multipass-netbox" } };
}

function ownName(name: string, mode: number): HostObservation["secrets"][number] {
  return { name, mode, owner: "r2d2helm", sizeBytes: 60 };
}
