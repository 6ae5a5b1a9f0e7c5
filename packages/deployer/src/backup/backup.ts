import * as z from "zod";

/** What a backup folder holds besides its manifest and its checksums. */
export const backupFiles = [
  "database.dump",
  "media.tar",
  "reports.tar",
  "scripts.tar",
  "configuration.tar",
  "secrets.tar",
] as const;

const changeSchema = z
  .object({
    id: z.int(),
    /** As PostgreSQL writes it, in UTC. */
    time: z.string(),
    requestId: z.uuid(),
  })
  .readonly();

/** What tells whether somebody has written into a NetBox since. */
export const fingerprintSchema = z
  .object({
    /** How many changes the change log holds, and the newest of them. */
    changes: z.int(),
    lastChange: changeSchema.nullable(),
    /** A hash of users, groups, permissions and tokens, which have no change log. */
    accounts: z.string(),
    /** The peppers that tokens were made with: `[1]`. */
    peppers: z.array(z.int()).readonly(),
    /** How many objects there are, by NetBox's own words: `{"devices": 5}`. */
    counts: z.record(z.string(), z.int()).readonly(),
  })
  .readonly();

/** What tells whether somebody has written into a NetBox since. */
export type Fingerprint = z.output<typeof fingerprintSchema>;

const containerSchema = z
  .object({
    name: z.string(),
    /** As it was asked for: `netboxcommunity/netbox:v4.5.2-4.0.0`. */
    image: z.string(),
    imageId: z.string(),
    digests: z.array(z.string()).readonly().nullable(),
  })
  .readonly();

const backupSchema = z
  .object({
    format: z.literal(1),
    /** The name of its folder: that of the run which made it. */
    id: z.string(),
    /** On the host's clock, ends with Z. */
    created: z.string(),
    who: z.string(),
    reason: z.string(),
    /** `4.7.3`; `null` when the image did not say. */
    netboxVersion: z.string().nullable(),
    containers: z.array(containerSchema).readonly(),
    database: z
      .object({
        version: z.string(),
        sizeBytes: z.int(),
        /** `null` when the database was not one of a migrated NetBox. */
        fingerprint: fingerprintSchema.nullable(),
      })
      .readonly(),
    /** Names of the secrets in it. */
    secrets: z.array(z.string()).readonly(),
    /** Bytes by file name. */
    files: z.record(z.enum(backupFiles), z.int()).readonly(),
  })
  .readonly();

/** One backup of a deployment, as its `manifest.json` on the host describes it. No secret is in it. */
export type Backup = z.output<typeof backupSchema>;

/** The manifest of a folder of that name; `undefined` where it is not one of ours. Pure. */
export function parseBackup(folder: string, manifest: string): Backup | undefined {
  try {
    const backup = backupSchema.parse(JSON.parse(manifest));
    return backup.id === folder ? backup : undefined;
  } catch {
    return undefined;
  }
}

/** Pure. */
export function sizeOfBackup({ files }: Backup): number {
  return Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
}
