/** Version of NetBox, path of a list, then a row in the table's own short form. */
export type VersionTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Which rows of a table are asked for. */
export interface TablePlace {
  /** `ipam/services/` */
  readonly path: string;
  /** As the `API-Version` header gives it, `4.5`. */
  readonly apiVersion: string;
}

/**
 * The rows that speak for a version: its own where it was recorded, those of both neighbours
 * between two recorded versions, the newest one after it. Undefined stands for a version that
 * does not know the path.
 */
export function rowsFor(
  table: VersionTable,
  { path, apiVersion }: TablePlace,
): readonly (string | undefined)[] {
  const recorded = Object.keys(table).toSorted(compareVersions);
  const older = recorded.findLast((version) => compareVersions(version, apiVersion) < 0);
  const newer = recorded.find((version) => compareVersions(version, apiVersion) > 0);
  const versions = recorded.includes(apiVersion) ? [apiVersion] : [older, newer];
  return versions
    .filter((version) => version !== undefined)
    .map((version) => table[version]?.[path]);
}

/** The names that every row holds; undefined when a row is missing, or there is none. */
export function namesInAll(
  rows: readonly (string | undefined)[],
  expand: (row: string) => ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const known = rows.filter((row) => row !== undefined).map(expand);
  const [first, ...others] = known;
  return first && known.length === rows.length
    ? others.reduce<ReadonlySet<string>>((common, names) => common.intersection(names), first)
    : undefined;
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
