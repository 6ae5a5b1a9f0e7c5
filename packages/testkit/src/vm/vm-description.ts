/** The images in a VM, by the names that its own Docker knows them by. */
export interface VmImages {
  /** By the NetBox in it; the last one is a 4.7.3 with a migration that always fails. */
  readonly netbox: Readonly<Record<"4.7.0" | "4.7.3" | "4.7.3-broken", string>>;
  /** With an empty database, or one that is migrated for that NetBox at its first start. */
  readonly postgres: Readonly<Record<"plain" | "4.7.0" | "4.7.3", string>>;
  readonly valkey: string;
}

/** A VM as plain data. */
export interface VmDescription {
  /** Its container, in the Docker outside. */
  readonly container: string;
  /** On 127.0.0.1. */
  readonly sshPort: number;
  /** Who logs in: in group docker, with sudo without a password, not root. */
  readonly user: "r2d2helm";
  /** The private key of {@link user}, mode 0600. */
  readonly identityFile: string;
  /** `SHA256:…` */
  readonly hostKey: string;
  /** Holds that host key, and no other. */
  readonly knownHostsFile: string;
  readonly images: VmImages;
}
