import type { LockHolder } from "./lock-holder.ts";

/** One container of a host, as `docker inspect` has it, reduced to what may tell a change. */
export interface ObservedContainer {
  readonly id: string;
  readonly name: string;
  /** As it was asked for: `valkey/valkey:9.0-alpine`. */
  readonly image: string;
  readonly imageId: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `running`, `exited`, `created`, `restarting`, `paused`, `dead`. */
  readonly status: string;
  /** `healthy`, `unhealthy`, `starting`; `none` without a health check. */
  readonly health: string;
  readonly startedAt: string;
  readonly restartCount: number;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  /** Names, sorted. */
  readonly networks: readonly string[];
  /** `127.0.0.1:8080->8080/tcp`, sorted. */
  readonly ports: readonly string[];
  /** `volume netbox-media -> /opt/…`, sorted. */
  readonly mounts: readonly string[];
}

/** An image that is on the host. */
export interface ObservedImage {
  readonly id: string;
  /** As it was asked for: by tag, digest or both. */
  readonly reference: string;
  readonly architecture: string;
}

/** A volume or a network. */
export interface ObservedResource {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A file of ours on the host. */
export interface ObservedFile {
  /** Relative to the folder of the deployment. */
  readonly path: string;
  readonly mode: number;
  readonly content: string;
}

/** A file of which only the name is looked at. */
export interface ObservedName {
  readonly name: string;
  readonly mode: number;
  readonly owner: string;
  readonly sizeBytes: number;
}

/** A run as the host's state folder has it. */
export interface ObservedRun {
  /** The record as it was written: the package that reads it checks it. */
  readonly record: unknown;
  /** `undefined` when the run did not end. */
  readonly receipt: unknown;
  /** The detached step that is at work right now. */
  readonly activeStep: string | undefined;
}

/** Everything a plan is made from. No secret is in it. */
export interface HostObservation {
  readonly kernel: string;
  /** `x86_64`, `aarch64` */
  readonly machine: string;
  readonly user: string;
  readonly hostname: string;
  /** Seconds since 1970 on the host's clock. */
  readonly clock: number;
  /** What can be done about the folder: it is there and writable, or how it can be made. */
  readonly folder: "writable" | "foreign" | "creatable" | "sudo" | "denied";
  readonly memoryTotalBytes: number;
  readonly memoryAvailableBytes: number;
  /** Free bytes where the folder is, and where Docker keeps its data. */
  readonly diskFreeBytes: number;
  readonly dockerDiskFreeBytes: number;
  /** `undefined` when there is no daemon that this user may speak to; then `dockerProblem` says why. */
  readonly dockerVersion: string | undefined;
  readonly dockerProblem: string | undefined;
  readonly composeVersion: string | undefined;
  /** `127.0.0.1:8080`, `[::]:22` */
  readonly listening: readonly string[];
  readonly containers: readonly ObservedContainer[];
  readonly networks: readonly ObservedResource[];
  readonly volumes: readonly ObservedResource[];
  readonly images: readonly ObservedImage[];
  readonly files: readonly ObservedFile[];
  readonly secrets: readonly ObservedName[];
  readonly credentials: readonly ObservedName[];
  readonly backups: readonly ObservedName[];
  /** Oldest first. */
  readonly runs: readonly ObservedRun[];
  /** Who changes this deployment right now. */
  readonly lockHolder: LockHolder | undefined;
  /** The backup of what was there before a restore that broke off half way. */
  readonly brokenRestore: string | undefined;
}
