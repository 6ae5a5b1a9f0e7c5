import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseBackupsToPrune } from "../src/backup/choose-backups-to-prune.ts";
import { createBackup } from "../src/backup/create-backup.ts";
import { listBackups } from "../src/backup/list-backups.ts";
import { pruneBackups } from "../src/backup/prune-backups.ts";
import { loadRestorePlan, restoreBackup } from "../src/backup/restore-backup.ts";
import { undoRestore } from "../src/backup/undo-restore.ts";
import { verifyBackup } from "../src/backup/verify-backup.ts";
import { layout, openBackupHost, putToSleep, renderVmStack } from "./backup-host.ts";

const vm = injectThrowAwayVm();
const host = openBackupHost(vm);
const { runner, sh } = host;
const who = "alice@laptop";
const all = ["netbox-postgres", "netbox-redis", "netbox", "netbox-worker"];

async function backUp(id: string, copyTo?: string) {
  const run = await host.begin(id);
  return await createBackup({ runner, layout, run, who, reason: "a test", copyTo });
}

async function restore(id: string, as: string, mayLose?: number) {
  const run = await host.begin(as);
  return await restoreBackup({ runner, layout, run, who, id, mayLose });
}

/** A tenant, its change, and a file beside it. */
async function write(name: string): Promise<void> {
  await host.sql(`INSERT INTO tenancy_tenant (name, slug, description, comments, custom_field_data)
    VALUES ('${name}', '${name}', '', '', '{}');
    INSERT INTO core_objectchange (time, user_name, request_id, action, changed_object_id,
      object_repr, changed_object_type_id, message)
    SELECT now(), 'admin', gen_random_uuid(), 'create', 1, '${name}', min(id), ''
    FROM django_content_type;`);
  await sh(
    `docker exec netbox sh -c 'echo ${name} > /opt/netbox/netbox/media/${name}' < /dev/null`,
  );
}

const look = `docker exec netbox sh -c 'cd /opt/netbox/netbox/media && ls -A' < /dev/null
docker inspect --format '{{.Name}} {{.State.Status}}' ${all.join(" ")}
cd ${layout.directory} && cat secrets/api_token_pepper_1 secrets/secret_key
ls state backups`;

/** All that a restore may change, and what it may leave behind. */
async function seeAll(): Promise<string> {
  const tenants = await host.sql("SELECT name FROM tenancy_tenant ORDER BY name");
  const databases = await host.sql("SELECT datname, datallowconn FROM pg_database ORDER BY 1");
  return `${tenants}\n${databases}\n${await sh(look)}`;
}

// Scripts, logs and manifests that hold a secret. The one for Valkey holds two words.
const findSecrets = `for secret in secrets/[!v]*; do
  grep -rlF "$(cat $secret)" state backups/*/manifest.json || true
done`;

const starts = async (): Promise<string> =>
  await sh(`docker inspect --format '{{.Id}} {{.State.StartedAt}}' ${all.join(" ")}`);

/** A copy of a backup under another name, with something done to it and checksums that fit. */
async function forge(from: string, id: string, ...lines: readonly string[]): Promise<void> {
  await sh(
    `cd ${layout.backups} && cp -r ${from} ${id} && cd ${id}`,
    `sed -i 's/"id":"${from}"/"id":"${id}"/' manifest.json`,
    ...lines,
    "sha256sum *.dump *.tar manifest.json > SHA256SUMS",
  );
}

describe("a backup of a stack whose NetBox sleeps", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    await vm.reset();
    // A dump of 4.7.0 can't be put back as it is: its triggers need a search path.
    await host.place(putToSleep(renderVmStack(vm, "4.7.0")));
    await host.up(...all);
    await write("first");
    await backUp("one");
    await write("second");
  });

  it("is a folder for its owner alone, and says what is in it", async () => {
    const modes = await sh(`cd ${layout.backups} && stat -c '%a %n' . one one/* | sort`);
    expect(modes.split("\n")).toEqual([
      ...["SHA256SUMS", "configuration.tar", "database.dump", "manifest.json", "media.tar"].map(
        (name) => `600 one/${name}`,
      ),
      ...["reports.tar", "scripts.tar", "secrets.tar"].map((name) => `600 one/${name}`),
      "700 .",
      "700 one",
    ]);
    const [backup] = await listBackups(runner, layout);
    expect(backup).toMatchObject({ id: "one", who, reason: "a test", netboxVersion: "4.7.0" });
    expect(backup?.database.fingerprint).toMatchObject({ changes: 1, counts: { tenants: 1 } });
    expect(backup?.containers.map(({ name }) => name).toSorted()).toEqual(all.toSorted());
    await verifyBackup(runner, layout, { id: "one" });
    expect(await backUp("one")).toEqual(backup);
  });

  it("goes to another disk as well, and from there with its original", async () => {
    const copyTo = "/mnt/nas";
    await expect(backUp("nowhere", copyTo)).rejects.toMatchObject({ code: "PREFLIGHT_FAILED" });
    await expect(backUp("here", "/opt/multipass")).rejects.toThrow("on the same file system");
    await vm.exec(["sh", "-c", `mkdir ${copyTo} && mount -t tmpfs -o mode=777 nas ${copyTo}`]);
    await backUp("copied", copyTo);
    await sh(`diff -r ${layout.backups}/copied ${copyTo}/copied`, `touch ${copyTo}/theirs`);
    const pruned = chooseBackupsToPrune(await listBackups(runner, layout), { keep: 1 });
    expect(pruned.map(({ id }) => id)).toEqual(["one"]);
    await pruneBackups(runner, layout, { backups: [{ id: "copied" }], copyTo });
    expect(await sh(`ls -A ${layout.backups} ${copyTo}`)).toBe(
      `${copyTo}:\ntheirs\n\n${layout.backups}:\none`,
    );
    await vm.exec(["sh", "-c", `umount ${copyTo} && rmdir ${copyTo}`]);
  });

  it("that is damaged is refused before anything is stopped or changed", async () => {
    await forge("one", "damaged");
    await forge("one", "unreadable", "head -c 200000 database.dump > x && mv x database.dump");
    await sh(`printf x >> ${layout.backups}/damaged/media.tar`);
    const [before, started] = [await seeAll(), await starts()];
    await expect(verifyBackup(runner, layout, { id: "damaged" })).rejects.toMatchObject({
      code: "PREFLIGHT_FAILED",
      message: expect.stringContaining("media.tar: FAILED"),
    });
    await expect(restore("damaged", "r-damaged")).rejects.toThrow("nothing was changed: media.tar");
    await expect(restore("unreadable", "r-unreadable")).rejects.toThrow("NetBox goes on");
    await expect(restore("none", "r-none")).rejects.toMatchObject({ code: "USAGE" });
    await expect(restore("one", "r-late", 0)).rejects.toMatchObject({ code: "PLAN_STALE" });
    const { problems, losses } = await loadRestorePlan(runner, layout, "one");
    expect({ problems, losses }).toMatchObject({
      problems: [],
      losses: { changes: 1, descends: true, accounts: false },
    });
    expect(await starts()).toBe(started);
    expect((await seeAll()).replace("restore.lock\n", "")).toBe(before);
  });

  it("that can't be put back leaves everything as it was before", async () => {
    const before = await seeAll();
    const secret = `${layout.secrets}/redis_password`;
    await sh(`mv ${secret} ${secret}.away && printf wrong > ${secret}`);
    await expect(restore("one", "r-failing")).rejects.toThrow("everything is as it was before");
    await sh(`mv -f ${secret}.away ${secret}`);
    expect(await seeAll()).toBe(before.replace("one\n", "one\nr-failing-replaced\n"));
  });

  it.each([
    ["saving the volume of media"],
    ["putting the backup in the place"],
    ["starting NetBox"],
  ])("whose restore is killed while %s is undone", async (line) => {
    const id = `r-killed-${line.replaceAll(/\W/g, "-")}`;
    const before = await seeAll();
    const step = `${layout.runs}/${id}/restore`;
    const kill = sh(
      `until grep -q ${JSON.stringify(line)} ${step}.log 2> /dev/null; do sleep 0.05; done`,
      `kill -s KILL -- "-$(cut -d " " -f 1 ${step}.pid)"`,
    );
    await expect(restore("one", id)).rejects.toThrow("gone without an exit code");
    await kill;
    const run = await host.begin(`${id}-undo`);
    await undoRestore({ runner, layout, run });
    expect((await seeAll()).replace(`${id}-replaced\n`, "")).toBe(before);
  });

  it("is put back after a restore that broke off", async () => {
    const id = "r-broken-off";
    const step = `${layout.runs}/${id}/restore`;
    const kill = sh(
      `until grep -q 'starting NetBox' ${step}.log 2> /dev/null; do sleep 0.05; done`,
      `kill -s KILL -- "-$(cut -d " " -f 1 ${step}.pid)"`,
    );
    await expect(restore("one", id)).rejects.toThrow("gone without an exit code");
    await kill;
    const { replaced } = await restore("one", "r-good", 1);
    expect(replaced.database.fingerprint).toMatchObject({ changes: 2, counts: { tenants: 2 } });
    const after = await seeAll();
    expect(after.split("\n").slice(0, 5)).toEqual([
      "first",
      "netbox|t",
      "postgres|t",
      "template0|f",
      "template1|t",
    ]);
    expect(after).not.toContain("second");
    expect(after).not.toContain("restoring");
    expect(await sh(`cd ${layout.directory}`, findSecrets)).toBe("");
  });
});
