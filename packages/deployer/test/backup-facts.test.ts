import { describe, expect, it } from "vitest";
import { parseBackupFacts } from "../src/backup/backup-facts.ts";
import { findBackupProblems } from "../src/backup/find-backup-problems.ts";
import { exampleBackup, exampleFacts } from "./example-backup.ts";

const { fingerprint } = exampleBackup().database;

describe("what is looked at before a backup", () => {
  it("is read from the lines that the host prints", () => {
    const text = `begun yes
container netbox running
container netbox-worker foreign
container netbox-postgres exited
container netbox-redis missing
database {"version": "17.6 (Debian 17.6-1)", "sizeBytes": 20000000}
fingerprint ${JSON.stringify(fingerprint)}
datafree 2000
losses {"changes": 2, "descends": true}
volumes 30
image netbox:v4.7.3
imageId sha256:aa
version 4.7.3
pepper 1
pepper 12
free 1000
copies 500
`;
    expect(parseBackupFacts(text)).toEqual({
      isBegun: true,
      containers: {
        netbox: "running",
        "netbox-worker": "foreign",
        "netbox-postgres": "exited",
        "netbox-redis": "missing",
      },
      database: { version: "17.6 (Debian 17.6-1)", sizeBytes: 20_000_000 },
      fingerprint,
      losses: { changes: 2, descends: true },
      volumeBytes: 30 * 1024,
      image: "netbox:v4.7.3",
      imageId: "sha256:aa",
      netboxVersion: "4.7.3",
      peppers: [1, 12],
      freeBytes: 1000 * 1024,
      dataFreeBytes: 2000 * 1024,
      copies: 500 * 1024,
    });
  });

  it("leaves open what the host could not tell", () => {
    expect(parseBackupFacts("fingerprint null\ncopies here\n")).toMatchObject({
      isBegun: false,
      containers: {},
      database: undefined,
      fingerprint: undefined,
      losses: undefined,
      freeBytes: undefined,
      copies: "here",
    });
  });
});

const messages = (changes: Parameters<typeof exampleFacts>[0], copyTo?: string) =>
  findBackupProblems(exampleFacts(changes), copyTo).map(({ message }) => message);

describe("findBackupProblems", () => {
  it("finds none in a deployment that runs, nor in one whose NetBox is stopped", () => {
    expect(messages({})).toEqual([]);
    const { containers } = exampleFacts();
    expect(messages({ containers: { ...containers, netbox: "exited" } })).toEqual([]);
  });

  it("wants containers of ours and a database that answers", () => {
    expect(messages({ containers: { netbox: "missing", "netbox-postgres": "foreign" } })).toEqual([
      "there is no container netbox",
      "the container netbox-postgres is not ours",
    ]);
    const { containers } = exampleFacts();
    const stopped = { ...containers, "netbox-postgres": "exited" };
    expect(messages({ containers: stopped, database: undefined })).toEqual([
      "netbox-postgres does not run: exited",
    ]);
    expect(messages({ database: undefined })).toEqual([
      "netbox-postgres does not answer, or has no database netbox",
    ]);
  });

  it("wants room for the database as it is, the volumes and a little more", () => {
    const needed = 20_000_000 + 30_000 + 64 * 1024 * 1024;
    expect(messages({ freeBytes: needed })).toEqual([]);
    expect(messages({ freeBytes: needed - 1 })).toEqual([
      "the disk of the backups has 87 MB free, and up to 87 MB are needed",
    ]);
  });

  it.each([
    ["missing", "/mnt/nas is not there: is it mounted?"],
    ["here", "/mnt/nas is on the same file system as the backups: a copy there dies with them"],
    ["denied", "/mnt/nas can't be written"],
    [1000, "/mnt/nas has 1.0 kB free, and up to 87 MB are needed"],
  ] as const)("refuses a folder for copies that is %s", (copies, message) => {
    expect(messages({ copies }, "/mnt/nas")).toEqual([message]);
    expect(messages({ copies })).toEqual([]);
  });

  it("refuses a folder for copies that is not an absolute path", () => {
    expect(messages({ copies: 1e12 }, "nas")).toEqual(["nas is not an absolute path"]);
  });
});
