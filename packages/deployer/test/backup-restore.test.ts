import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildBackupScript } from "../src/backup/backup-script.ts";
import { buildLookScript } from "../src/backup/look-script.ts";
import { describeRestore, planRestore } from "../src/backup/plan-restore.ts";
import { buildRestoreScript, buildUndoScript } from "../src/backup/restore-script.ts";
import { layoutOf } from "../src/host-layout.ts";
import { exampleBackup, exampleFacts } from "./example-backup.ts";

const backup = exampleBackup();

const plan = (changes: Parameters<typeof exampleFacts>[0]) =>
  planRestore(backup, exampleFacts(changes));

const problems = (changes: Parameters<typeof exampleFacts>[0]) =>
  plan(changes).problems.map(({ message }) => message);

describe("planRestore", () => {
  it("loses nothing where nothing was written since", () => {
    const { losses, problems: none } = plan({});
    expect(losses).toEqual({ changes: 0, descends: true, newest: undefined, accounts: false });
    expect(none).toEqual([]);
    expect(describeRestore(plan({}))).toHaveLength(2);
  });

  it("says what was written since", () => {
    const fingerprint = exampleFacts().fingerprint;
    const later = fingerprint && {
      ...fingerprint,
      accounts: "other",
      lastChange: { ...fingerprint.lastChange!, id: 9, time: "2026-11-25T04:00:00+00:00" },
    };
    const losing = plan({ losses: { changes: 2, descends: true }, fingerprint: later });
    expect(losing.losses).toEqual({
      changes: 2,
      descends: true,
      newest: "2026-11-25T04:00:00+00:00",
      accounts: true,
    });
    expect(describeRestore(losing)[1]).toBe(
      "  2 changes of objects since are lost, the newest of 2026-11-25T04:00:00+00:00",
    );
    expect(describeRestore(losing)[2]).toContain("users, groups, permissions and tokens");
  });

  it("says when all is lost, and when nobody knows", () => {
    const foreign = plan({ losses: { changes: 1, descends: false } });
    expect(describeRestore(foreign)[1]).toContain(
      "another history: all of its 1 change of objects",
    );
    const broken = plan({ losses: undefined, fingerprint: undefined });
    expect(broken.losses.changes).toBeUndefined();
    expect(describeRestore(broken)[1]).toContain("can't say what has changed");
  });

  it("refuses another version, unless its image is the very same", () => {
    expect(problems({ netboxVersion: "4.7.0", imageId: "sha256:bb" })).toEqual([
      "the backup is of NetBox 4.7.3, and 4.7.0 is deployed",
    ]);
    expect(problems({ netboxVersion: "4.7.3", imageId: "sha256:bb" })).toEqual([]);
    expect(problems({ netboxVersion: undefined })).toEqual([]);
    expect(problems({ imageId: undefined, image: "netbox:x" })).toEqual([
      "the image netbox:x is not on the host",
    ]);
    const unknown = planRestore(
      exampleBackup({ netboxVersion: null }),
      exampleFacts({ netboxVersion: undefined, imageId: "sha256:bb" }),
    );
    expect(unknown.problems).toHaveLength(1);
  });

  it("refuses tokens whose pepper would be missing", () => {
    expect(problems({ peppers: [2] })).toEqual([
      "tokens of the backup need the pepper 1, which the deployed NetBox does not get",
    ]);
    expect(problems({ peppers: [1, 2] })).toEqual([]);
  });

  it("wants all four containers and room on both disks", () => {
    const { containers } = exampleFacts();
    expect(problems({ containers: { ...containers, "netbox-redis": "missing" } })).toEqual([
      "there is no container netbox-redis",
    ]);
    expect(problems({ freeBytes: 1, dataFreeBytes: 1 })).toEqual([
      "the disk of the backups has 1 B free, and up to 87 MB are needed",
      "the disk of PostgreSQL has 1 B free, and up to 20 MB are needed",
    ]);
  });
});

describe("the scripts of backups", () => {
  const layout = layoutOf("/opt/it's here");
  const scripts = {
    backup: buildBackupScript(layout, {
      id: "a",
      who: "o'neil@x",
      reason: "$(id)",
      copyTo: "/mnt/n s",
    }),
    look: buildLookScript(layout, {
      step: "/r/backup",
      copyTo: "/mnt/n s",
      since: backup.database.fingerprint,
    }),
    restore: buildRestoreScript(layout, { backup, replacedId: "b", who: "o'neil@x", mayLose: 0 }),
    undo: buildUndoScript(layout),
  };

  it.each(Object.entries(scripts))("%s: a POSIX shell can read it", (_name, script) => {
    const { status, stderr } = spawnSync("sh", ["-n"], { input: script, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it.each(Object.entries(scripts))("%s: takes nothing away that is not ours", (_name, script) => {
    expect(script).not.toMatch(/compose\b.*\b(down|rm|kill)\b/);
    expect(script).not.toMatch(/\b(prune|--remove-orphans|volume rm|docker rm)\b/);
  });

  it("restore: names its database and no other when it drops one", () => {
    const dropped = [...scripts.restore.matchAll(/DROP DATABASE IF EXISTS (\S+)/g)];
    expect(new Set(dropped.map(([, name]) => name))).toEqual(
      new Set(["netbox_restore", "netbox_before_restore"]),
    );
  });

  it("restore: the password of Valkey is in no argument", () => {
    expect(scripts.restore).toContain(`cat "$directory/secrets/redis_password"`);
    expect(scripts.restore).not.toMatch(/-a \$|--pass|REDISCLI_AUTH=/);
  });
});
