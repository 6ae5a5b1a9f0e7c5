import type { Operation } from "@multipass-netbox/core";

/** Makes the folder of the deployment and those in it; with `sudo` where only root can. */
interface CreateFolder extends Operation {
  readonly action: "create";
  readonly kind: "folder";
  /** Absolute. */
  readonly key: string;
  readonly sudo: boolean;
}

/** Writes or removes a file of the stack. No secret is ever in one. */
export interface FileOperation extends Operation {
  readonly action: "create" | "update" | "delete";
  readonly kind: "file";
  /** Relative to the folder of the deployment. */
  readonly key: string;
  readonly mode: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Generates a secret on the host, or removes one. Its value is in no plan. */
export interface SecretOperation extends Operation {
  readonly action: "create" | "delete";
  readonly kind: "secret";
  /** The name of its file. */
  readonly key: string;
  /** Letters and digits. */
  readonly length: number;
  /** What the file holds, with `{value}` and names of other secrets in braces. */
  readonly template: string;
}

/** Saves the whole deployment, puts a backup in its place, or deletes one. */
export interface BackupOperation extends Operation {
  readonly action: "create" | "restore" | "delete";
  readonly kind: "backup";
  /** The name of a backup that exists; what a new one is for. */
  readonly key: string;
  /** How many changes of objects since the backup go; `undefined` when nobody can say. */
  readonly mayLose?: number | undefined;
}

/** Fetches an image that the host lacks. */
interface PullOperation extends Operation {
  readonly action: "pull";
  readonly kind: "image";
  readonly key: string;
}

/** A named volume or a network of the project. Compose makes it together with the containers. */
interface ResourceOperation extends Operation {
  readonly action: "create" | "delete";
  readonly kind: "volume" | "network";
  readonly key: string;
}

/** What becomes of one of the four containers; `wait` for one that is starting already. */
export interface ContainerOperation extends Operation {
  readonly action: "create" | "recreate" | "start" | "wait" | "delete";
  readonly kind: "container";
  readonly key: string;
  readonly image: string;
  /** Why, in a few words: `its configuration changes`. */
  readonly reason: string;
}

/** Makes the superuser with a generated password, or the API token that deploy stores. */
export interface AccessOperation extends Operation {
  readonly action: "create" | "update" | "delete";
  readonly kind: "superuser" | "api-token";
  /** The superuser's name, the token's description. */
  readonly key: string;
  /** The superuser's address. */
  readonly email?: string | undefined;
}

/** Everything that a deployment may do to a host. */
export type HostOperation =
  | CreateFolder
  | FileOperation
  | SecretOperation
  | BackupOperation
  | PullOperation
  | ResourceOperation
  | ContainerOperation
  | AccessOperation;
