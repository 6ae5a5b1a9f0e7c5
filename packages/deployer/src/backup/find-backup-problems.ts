import type { PreflightProblem } from "../preflight.ts";
import type { BackupFacts } from "./backup-facts.ts";
import { describeBytes } from "./describe-bytes.ts";

/** What a backup takes besides its data. */
const marginBytes = 64 * 1024 * 1024;

/** Everything that stands in the way of a backup, all at once. Pure. */
export function findBackupProblems(
  facts: BackupFacts,
  copyTo?: string,
): readonly PreflightProblem[] {
  return [
    ...findContainerProblems(facts, ["netbox", "netbox-postgres"]),
    ...findDatabaseProblems(facts),
    ...findSpaceProblems("the disk of the backups", facts.freeBytes, neededBytes(facts)),
    ...(copyTo === undefined ? [] : findCopyProblems(facts, copyTo)),
  ];
}

/** Containers that a backup or a restore works with, and that are missing or not ours. Pure. */
export function findContainerProblems(
  { containers }: BackupFacts,
  needed: readonly string[],
): readonly PreflightProblem[] {
  return needed.flatMap((name) => {
    const status = containers[name] ?? "missing";
    const messages: Readonly<Record<string, string>> = {
      missing: `there is no container ${name}`,
      foreign: `the container ${name} is not ours`,
    };
    const message = messages[status];
    return message === undefined
      ? []
      : [{ message, remedy: "multipass-netbox status shows what is there." }];
  });
}

function findDatabaseProblems(facts: BackupFacts): readonly PreflightProblem[] {
  const status = facts.containers["netbox-postgres"] ?? "missing";
  if (facts.database !== undefined || status === "missing" || status === "foreign") {
    return [];
  }
  const message =
    status === "running"
      ? "netbox-postgres does not answer, or has no database netbox"
      : `netbox-postgres does not run: ${status}`;
  return [{ message, remedy: "multipass-netbox logs netbox-postgres may say why." }];
}

/** Disk for a dump and for three volumes as they are: compression is a bonus. Pure. */
export function neededBytes({ database, volumeBytes }: BackupFacts): number {
  return (database?.sizeBytes ?? 0) + (volumeBytes ?? 0) + marginBytes;
}

/** Pure. */
export function findSpaceProblems(
  place: string,
  freeBytes: number | undefined,
  wantedBytes: number,
): readonly PreflightProblem[] {
  if (freeBytes === undefined || freeBytes >= wantedBytes) {
    return [];
  }
  const message = `${place} has ${describeBytes(freeBytes)} free, and up to ${describeBytes(wantedBytes)} are needed`;
  return [{ message, remedy: "Free some. Old backups: multipass-netbox backup prune" }];
}

function findCopyProblems(facts: BackupFacts, copyTo: string): readonly PreflightProblem[] {
  const { copies = "missing" } = facts;
  const remedy =
    "backups.copyTo names a folder of the host on another disk, such as a mounted NAS.";
  if (!copyTo.startsWith("/")) {
    return [{ message: `${copyTo} is not an absolute path`, remedy }];
  }
  if (typeof copies === "number") {
    return findSpaceProblems(copyTo, copies, neededBytes(facts));
  }
  const messages = {
    missing: `${copyTo} is not there: is it mounted?`,
    here: `${copyTo} is on the same file system as the backups: a copy there dies with them`,
    denied: `${copyTo} can't be written`,
  };
  return [{ message: messages[copies], remedy }];
}
