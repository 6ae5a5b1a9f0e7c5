import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBackup } from "../src/backup/backup.ts";
import { chooseBackupsToPrune } from "../src/backup/choose-backups-to-prune.ts";
import { describeBackup } from "../src/backup/describe-backup.ts";
import { describeBytes } from "../src/backup/describe-bytes.ts";
import { findBackup } from "../src/backup/find-backup.ts";
import { parseBackupList } from "../src/backup/list-backups.ts";
import { exampleBackup } from "./example-backup.ts";

const line = (folder: string, manifest: object): string =>
  `${folder}\t${JSON.stringify(manifest)}\n`;

describe("the list of backups", () => {
  it("is newest first, whatever the order of their names", () => {
    const old = exampleBackup({ id: "b", created: "2026-11-24T03:15:02Z" });
    const young = exampleBackup({ id: "a", created: "2026-11-25T03:15:02Z" });
    expect(parseBackupList(line("b", old) + line("a", young))).toEqual([young, old]);
  });

  it("leaves out what is not a backup of ours under its own name", () => {
    const backup = exampleBackup({ id: "a" });
    const others = [
      line("renamed", backup),
      line("b", { ...backup, id: "b", format: 2 }),
      "c\tnot JSON\n",
      "d\t\n",
    ];
    expect(parseBackupList(others.join("") + line("a", backup))).toEqual([backup]);
    expect(parseBackupList("")).toEqual([]);
  });

  it("refuses a manifest that could smuggle SQL in", () => {
    const { database, ...rest } = exampleBackup({ id: "a" });
    const { fingerprint } = database;
    const lastChange = { id: 7, time: "", requestId: "' OR true --" };
    const bad = { ...rest, database: { ...database, fingerprint: { ...fingerprint, lastChange } } };
    expect(parseBackup("a", JSON.stringify(bad))).toBeUndefined();
  });

  it("is named when somebody asks for a backup that is not there", () => {
    const backups = [exampleBackup({ id: "a", reason: "before deploy" })];
    expect(findBackup(backups, "a")).toBe(backups[0]);
    expect(() => findBackup(backups, "b")).toThrowError(
      expect.objectContaining({ code: "USAGE", hint: "The newest are\n  a  (before deploy)" }),
    );
    expect(() => findBackup([], "b")).toThrowError(
      expect.objectContaining({ hint: "There is none at all: multipass-netbox backup create" }),
    );
  });

  it("has a line for each", () => {
    expect(describeBackup(exampleBackup({ id: "a" }))).toBe(
      "a (NetBox 4.7.3, 2026-11-25T03:15:02Z, 451 kB, alice@laptop: asked for): 3 devices, 1 sites",
    );
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [86_400, "86 kB"],
    [1_440_000_000, "1.4 GB"],
  ])("says %i bytes as %s", (bytes, text) => {
    expect(describeBytes(bytes)).toBe(text);
  });
});

const at = (day: number, netboxVersion: string | null) =>
  exampleBackup({ id: `${day}`, created: `2026-11-${10 + day}T00:00:00Z`, netboxVersion });

describe("chooseBackupsToPrune", () => {
  it("takes the oldest beyond the number to keep", () => {
    const backups = [at(1, "4.7.3"), at(3, "4.7.3"), at(2, "4.7.3")];
    expect(chooseBackupsToPrune(backups, { keep: 1 }).map(({ id }) => id)).toEqual(["2", "1"]);
    expect(chooseBackupsToPrune(backups, { keep: 3 })).toEqual([]);
  });

  it("leaves the newest, even when none is to be kept", () => {
    expect(chooseBackupsToPrune([at(1, "4.7.3")], { keep: 0 })).toEqual([]);
  });

  it("leaves the way back over the last upgrade, and not the ways before it", () => {
    const backups = [
      at(1, "4.5.2"),
      at(2, "4.6.3"),
      at(3, "4.6.3"),
      at(4, "4.7.3"),
      at(5, "4.7.3"),
    ];
    expect(chooseBackupsToPrune(backups, { keep: 1 }).map(({ id }) => id)).toEqual(["4", "2", "1"]);
  });

  it("keeps as many as it is told, and at most one more", () => {
    const versions = fc.constantFrom("4.5.2", "4.6.3", "4.7.3", null);
    fc.assert(
      fc.property(fc.array(versions), fc.nat(12), (list, keep) => {
        const backups = list.map((version, day) => at(day, version));
        const pruned = new Set(chooseBackupsToPrune(backups, { keep }));
        const kept = backups.filter((backup) => !pruned.has(backup));
        const wanted = Math.min(Math.max(keep, 1), backups.length);
        expect(kept.slice(-wanted)).toEqual(backups.slice(backups.length - wanted));
        expect(kept.length - wanted).toBeLessThanOrEqual(1);
      }),
    );
  });
});
