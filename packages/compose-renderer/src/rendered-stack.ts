/** A file of the deployment. */
export interface StackFile {
  /** Relative to the folder of the deployment, with forward slashes. */
  readonly path: string;
  readonly content: string;
  readonly mode: 0o644 | 0o755;
}

/** A secret that must exist on the host before the containers start. Only its name is known here. */
export interface StackSecret {
  /** The name of its file under `secrets/`. */
  readonly name: string;
  /** How many letters and digits its value has; 0 when its file holds other secrets only. */
  readonly length: number;
  /** What the file holds, with `{value}` or the `{name}` of another secret in it. Default: `{value}`. */
  readonly template?: string;
}

/** A port of the host that leads to a container. */
export interface PublishedPort {
  /** IP address of the host. */
  readonly address: string;
  readonly host: number;
  readonly container: number;
}

/** The names of our containers, and of their Compose services. */
export const containerNames = [
  "netbox",
  "netbox-worker",
  "netbox-postgres",
  "netbox-redis",
] as const;

/** One of {@link containerNames}. */
export type ContainerName = (typeof containerNames)[number];

/** One of our containers as it is to be. */
export interface StackContainer {
  readonly name: ContainerName;
  readonly image: string;
  /**
   * The value of its label `org.multipass-netbox.digest`, sha256 in hex: the definition of the
   * service, its environment file and the files that it mounts. Secrets are not part of it.
   */
  readonly digest: string;
  readonly ports: readonly PublishedPort[];
  readonly memoryLimitBytes: number;
}

/** A whole stack, rendered. Nothing in it is secret. */
export interface RenderedStack {
  readonly project: "multipass-netbox";
  /** The folder of the deployment on the host; absolute. */
  readonly directory: string;
  /** Relative to the folder. */
  readonly composeFile: "docker-compose.netbox.yml";
  /** The compose file first, then by path. */
  readonly files: readonly StackFile[];
  /** A secret whose template names another comes after it. */
  readonly secrets: readonly StackSecret[];
  readonly containers: readonly StackContainer[];
  /** Names of volumes. */
  readonly volumes: readonly string[];
  readonly networks: {
    /** Exists already and is somebody else's. */
    readonly external: string;
    /** Ours. */
    readonly private: string;
  };
  /** Path of NetBox on its port, with its slashes: `/netbox/`, or `/`. */
  readonly path: string;
  /** The superuser to make; its password is made on the host. */
  readonly superuser: { readonly name: string; readonly email: string };
}
