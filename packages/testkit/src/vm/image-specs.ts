/** How one image is made: a folder of `images/`, what is put beside its files, and its parent. */
export interface ImageSpec {
  /** The last part of its name. */
  readonly repository: string;
  /** What its tag begins with. */
  readonly version: string;
  readonly folder: string;
  /** Another key of {@link imageSpecs}, before this one. */
  readonly parent?: string;
  /** Further files of its build: their names there, and their paths from `packages/`. */
  readonly files?: Readonly<Record<string, string>>;
  /** The build argument VERSION. */
  readonly netbox?: string;
  /** Whether the build wants the Python packages of its `requirements.txt` in `wheels/`. */
  readonly hasWheels?: boolean;
}

/** Every image of the throw-away VM, parents first. */
export const imageSpecs = {
  base: { repository: "base", version: "trixie", folder: "base" },
  vm: { repository: "vm", version: "trixie", folder: "vm", parent: "base" },
  bystander: { repository: "bystander", version: "1", folder: "bystander", parent: "base" },
  valkey: { repository: "valkey", version: "8.1", folder: "valkey", parent: "base" },
  postgres: { repository: "postgres", version: "17", folder: "postgres", parent: "base" },
  "postgres-4.7.0": postgresOf("4.7.0", "testkit/images/netbox-schemas/4.7.0.sql.gz"),
  "postgres-4.7.3": postgresOf("4.7.3", "netbox-lab/native/4.7.3/schema.sql.gz"),
  "netbox-4.7.0": netboxOf("4.7.0"),
  "netbox-4.7.3": netboxOf("4.7.3"),
  "netbox-4.7.3-broken": {
    repository: "netbox",
    version: "v4.7.3-broken",
    folder: "netbox-broken",
    parent: "netbox-4.7.3",
  },
} as const satisfies Readonly<Record<string, ImageSpec>>;

/** A key of {@link imageSpecs}. */
export type ImageName = keyof typeof imageSpecs;

/** The keys of {@link imageSpecs}, parents first. */
export const imageNames = Object.keys(imageSpecs) as readonly ImageName[];

function netboxOf(version: string) {
  return {
    repository: "netbox",
    version: `v${version}`,
    folder: "netbox",
    parent: "base",
    files: { "requirements.txt": `testkit/images/netbox-packages/${version}.txt` },
    netbox: version,
    hasWheels: true,
  } as const;
}

function postgresOf(version: string, schema: string) {
  return {
    repository: "postgres",
    version: `17-netbox-${version}`,
    folder: "postgres-migrated",
    parent: "postgres",
    files: { "schema.sql.gz": schema },
    netbox: version,
  } as const;
}
