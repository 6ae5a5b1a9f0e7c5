import type { Runner } from "@multipass-netbox/core";
import * as z from "zod";
import type { HostLayout } from "../host-layout.ts";
import { type Fingerprint, fingerprintSchema } from "./backup.ts";
import { buildLookScript, type LookSubject } from "./look-script.ts";

/** How a deployment is, as far as backups are concerned. What could not be read is `undefined`. */
export interface BackupFacts {
  /** Whether the step that this is for was begun before, by a connection that broke. */
  readonly isBegun: boolean;
  /** By name: `running`, `exited` and so on as Docker says, `missing`, or `foreign` when not ours. */
  readonly containers: Readonly<Record<string, string>>;
  readonly database: { readonly version: string; readonly sizeBytes: number } | undefined;
  readonly fingerprint: Fingerprint | undefined;
  /** Changes since the backup; all there are where the database does not descend from it. */
  readonly losses: { readonly changes: number; readonly descends: boolean } | undefined;
  readonly volumeBytes: number | undefined;
  /** NetBox as Compose would start it. */
  readonly image: string | undefined;
  readonly imageId: string | undefined;
  readonly netboxVersion: string | undefined;
  /** Numbers of the peppers that it would get. */
  readonly peppers: readonly number[];
  /** Free where backups are, and where PostgreSQL's data is. */
  readonly freeBytes: number | undefined;
  readonly dataFreeBytes: number | undefined;
  /** Free where copies go, or why none can. `undefined` when none is wanted. */
  readonly copies: number | "missing" | "here" | "denied" | undefined;
}

/** Looks at a deployment in one round trip, changing nothing. */
export async function loadBackupFacts(
  runner: Runner,
  layout: HostLayout,
  subject: LookSubject,
): Promise<BackupFacts> {
  const { stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: buildLookScript(layout, subject),
    timeoutMs: 120_000,
  });
  return parseBackupFacts(stdout);
}

const databaseSchema = z.object({ version: z.string(), sizeBytes: z.int() });
const lossesSchema = z.object({ changes: z.int(), descends: z.boolean() });

/** What {@link buildLookScript} prints. Pure. */
export function parseBackupFacts(text: string): BackupFacts {
  const lines = text.split("\n").map((line): readonly [string, string] => {
    const [name = ""] = line.split(" ", 1);
    return [name, line.slice(name.length + 1)];
  });
  const all = (name: string): readonly string[] =>
    lines.filter(([key]) => key === name).map(([, value]) => value);
  const json = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    all(name)
      .filter((value) => value !== "null")
      .map((value) => schema.parse(JSON.parse(value)))[0];
  const bytes = (name: string): number | undefined =>
    all(name).map((kilobytes) => Number(kilobytes) * 1024)[0];
  return {
    isBegun: all("begun").length > 0,
    containers: Object.fromEntries(all("container").map((value) => value.split(" "))),
    database: json("database", databaseSchema),
    fingerprint: json("fingerprint", fingerprintSchema),
    losses: json("losses", lossesSchema),
    volumeBytes: bytes("volumes"),
    image: all("image")[0],
    imageId: all("imageId")[0],
    netboxVersion: all("version")[0],
    peppers: all("pepper").map(Number),
    freeBytes: bytes("free"),
    dataFreeBytes: bytes("datafree"),
    copies: parseCopies(all("copies")[0]),
  };
}

function parseCopies(value: string | undefined): BackupFacts["copies"] {
  return value === undefined || value === "missing" || value === "here" || value === "denied"
    ? value
    : Number(value) * 1024;
}
