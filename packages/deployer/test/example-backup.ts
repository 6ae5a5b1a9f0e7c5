import type { Backup } from "../src/backup/backup.ts";
import type { BackupFacts } from "../src/backup/backup-facts.ts";

const image = "netboxcommunity/netbox:v4.7.3-5.1.0";

/** A backup of a small NetBox, and what differs from it. */
export function exampleBackup(changes: Partial<Backup> = {}): Backup {
  return {
    format: 1,
    id: "2026-11-25T03-15-00.000Z-backup-1a2b",
    created: "2026-11-25T03:15:02Z",
    who: "alice@laptop",
    reason: "asked for",
    netboxVersion: "4.7.3",
    containers: [{ name: "netbox", image, imageId: "sha256:aa", digests: [] }],
    database: {
      version: "17.6",
      sizeBytes: 20_000_000,
      fingerprint: {
        changes: 7,
        lastChange: {
          id: 7,
          time: "2026-11-25T03:00:00+00:00",
          requestId: "cd9a2494-1179-4d47-8e84-293c15b1fb60",
        },
        accounts: "5bd4",
        peppers: [1],
        counts: { devices: 3, sites: 1, tenants: 0 },
      },
    },
    secrets: ["api_token_pepper_1", "secret_key"],
    files: {
      "database.dump": 400_000,
      "media.tar": 10_240,
      "reports.tar": 10_240,
      "scripts.tar": 10_240,
      "configuration.tar": 10_240,
      "secrets.tar": 10_240,
    },
    ...changes,
  };
}

/** The deployment that it was made of, as it was then, and what differs from that. */
export function exampleFacts(changes: Partial<BackupFacts> = {}): BackupFacts {
  const { database } = exampleBackup();
  return {
    isBegun: false,
    containers: {
      netbox: "running",
      "netbox-worker": "running",
      "netbox-postgres": "running",
      "netbox-redis": "running",
    },
    database: { version: database.version, sizeBytes: database.sizeBytes },
    fingerprint: database.fingerprint ?? undefined,
    losses: { changes: 0, descends: true },
    volumeBytes: 30_000,
    image,
    imageId: "sha256:aa",
    netboxVersion: "4.7.3",
    peppers: [1],
    freeBytes: 10_000_000_000,
    dataFreeBytes: 10_000_000_000,
    copies: undefined,
    ...changes,
  };
}
