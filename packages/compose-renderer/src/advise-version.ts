/** A known hole of a NetBox version. */
export interface VersionAdvisory {
  /** One sentence without its full stop. */
  readonly message: string;
  /** The first version without it. */
  readonly fixedIn: string;
}

// Of the versions that we support, what their release notes and CVEs say until November 2026.
const advisories: readonly VersionAdvisory[] = [
  {
    message:
      "CVE-2026-29514: who may write export or config templates runs code as NetBox; give nobody that permission",
    fixedIn: "4.6.1",
  },
  {
    message: "API tokens that NetBox makes itself come from a weak random generator",
    fixedIn: "4.6.3",
  },
  {
    message: "a webhook has no timeout: a receiver that hangs blocks the worker",
    fixedIn: "4.7.0",
  },
];

/** The known holes of a NetBox version, the first fixed first. Pure. */
export function adviseVersion(version: string): readonly VersionAdvisory[] {
  return advisories.filter(({ fixedIn }) => isOlder(version, fixedIn));
}

function isOlder(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}
