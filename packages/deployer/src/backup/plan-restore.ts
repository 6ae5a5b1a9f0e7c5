import { containerNames } from "@multipass-netbox/compose-renderer";
import type { PreflightProblem } from "../preflight.ts";
import type { Backup } from "./backup.ts";
import type { BackupFacts } from "./backup-facts.ts";
import { describeBackup } from "./describe-backup.ts";
import { findContainerProblems, findSpaceProblems, neededBytes } from "./find-backup-problems.ts";

/** What goes when a backup is put in the place of what is there. It is dumped first. */
interface RestoreLosses {
  /** Changes of objects that the backup does not have; `undefined` when the database can't say. */
  readonly changes: number | undefined;
  /** `false`: the database does not descend from the backup, and all its changes count. */
  readonly descends: boolean;
  /** When the newest of them was made. */
  readonly newest: string | undefined;
  /** Whether users, groups, permissions or tokens differ. */
  readonly accounts: boolean;
}

/** What a restore would do, to be agreed to. */
export interface RestorePlan {
  readonly backup: Backup;
  readonly losses: RestoreLosses;
  /** What forbids it. */
  readonly problems: readonly PreflightProblem[];
}

/** Pure. */
export function planRestore(backup: Backup, facts: BackupFacts): RestorePlan {
  return {
    backup,
    losses: findLosses(backup, facts),
    problems: [
      ...findContainerProblems(facts, containerNames),
      ...findVersionProblems(backup, facts),
      ...findPepperProblems(backup, facts),
      ...findSpaceProblems("the disk of the backups", facts.freeBytes, neededBytes(facts)),
      ...findSpaceProblems("the disk of PostgreSQL", facts.dataFreeBytes, unpackedBytes(backup)),
    ],
  };
}

function findLosses({ database }: Backup, { losses, fingerprint }: BackupFacts): RestoreLosses {
  return {
    changes: losses?.changes,
    descends: losses?.descends ?? false,
    newest: losses?.changes === 0 ? undefined : fingerprint?.lastChange?.time,
    accounts: fingerprint?.accounts !== database.fingerprint?.accounts,
  };
}

function findVersionProblems(backup: Backup, facts: BackupFacts): readonly PreflightProblem[] {
  const made = backup.containers.find(({ name }) => name === "netbox");
  if (facts.imageId === undefined) {
    const message = `the image ${facts.image ?? "of NetBox"} is not on the host`;
    return [{ message, remedy: "multipass-netbox deploy fetches it." }];
  }
  const isSame = backup.netboxVersion !== null && backup.netboxVersion === facts.netboxVersion;
  if (isSame || made?.imageId === facts.imageId) {
    return [];
  }
  return [
    {
      message: `the backup is of NetBox ${nameVersion(backup.netboxVersion)}, and ${nameVersion(facts.netboxVersion)} is deployed`,
      remedy: `It goes into a NetBox of its own version: stack.images.netbox: ${made?.image ?? "its image"}. multipass-netbox rollback goes back over an upgrade.`,
    },
  ];
}

function nameVersion(version: string | null | undefined): string {
  return version ?? "of an unknown version";
}

// A token is valid only with the pepper that it was made with.
function findPepperProblems(backup: Backup, { peppers }: BackupFacts): readonly PreflightProblem[] {
  return (backup.database.fingerprint?.peppers ?? [])
    .filter((pepper) => !peppers.includes(pepper))
    .map((pepper) => ({
      message: `tokens of the backup need the pepper ${pepper}, which the deployed NetBox does not get`,
      remedy:
        "multipass-netbox pepper rotate adds a pepper; the restore then gives it the old value.",
    }));
}

// Unpacked beside what is there, which stays until the restore has succeeded.
function unpackedBytes({ database, files }: Backup): number {
  return database.sizeBytes + files["media.tar"] + files["reports.tar"] + files["scripts.tar"];
}

/** What is to be agreed to, a line each. Pure. */
export function describeRestore({ backup, losses }: RestorePlan): readonly string[] {
  return [
    `restore ${describeBackup(backup)}`,
    ...describeChanges(losses),
    ...(losses.accounts
      ? ["  users, groups, permissions and tokens go back to what they were; so do their passwords"]
      : []),
    "  what is there now is saved as a backup first; NetBox is away for a minute or two",
  ];
}

function describeChanges({ changes, descends, newest }: RestoreLosses): readonly string[] {
  if (changes === undefined) {
    return ["  the database can't say what has changed since: all that is in it is replaced"];
  }
  if (changes === 0) {
    return [];
  }
  const count = `${changes} ${changes === 1 ? "change" : "changes"}`;
  return [
    descends
      ? `  ${count} of objects since are lost, the newest of ${newest}`
      : `  another history: all of its ${count} of objects are lost, the newest of ${newest}`,
  ];
}
