/** The ids a process is started with; empty for those of this process. */
export interface UserIds {
  readonly uid?: number;
  readonly gid?: number;
}

/** nobody and nogroup. */
const nobody = { uid: 65534, gid: 65534 } as const;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses to run as root; anybody else runs it as themselves. */
export function databaseUser(): UserIds {
  return isRoot() ? nobody : {};
}
