import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { parsePlacedYaml } from "@multipass-netbox/seeder";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ForeignObjects, makeForeignObjects } from "./foreign-objects.ts";
import { methodsOf, runSeedCommand } from "./run-seed-command.ts";

const real = injectRealNetBox();
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-export-"));

let netbox: NetBoxClient;
let foreign: ForeignObjects;
beforeAll(async () => {
  netbox = createNetBoxClient(real);
  foreign = await makeForeignObjects(netbox);
});
afterAll(async () => {
  await foreign[Symbol.asyncDispose]();
  await netbox[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const readText = (name: string): string => readFileSync(join(folder, name), "utf8");
const seed = async (...args: readonly string[]) => await runSeedCommand(folder, real, args);

const logged = ["--verbose", "--log-format", "json"];
const nothingToDo = {
  exitCode: 0,
  stdout: expect.stringContaining("Nothing to do"),
  stderr: "",
};

type Lists = Readonly<Record<string, readonly object[]>>;

interface Exported {
  readonly files: readonly string[];
  readonly leftOut: readonly { readonly kind: string; readonly key: string; readonly id: number }[];
}

describe("a NetBox that others filled", () => {
  it("is written to a folder, and that plans to nothing", async () => {
    const { exitCode, stdout, stderr } = await seed("export", "--out", "files", ...logged);
    expect(exitCode).toBe(0);
    expect(new Set(methodsOf(stderr))).toEqual(new Set(["GET"]));
    expect(stdout).toMatch(/^\d+ seed files are in files\.$/);
    expect(readdirSync(join(folder, "files"))).toEqual(
      expect.arrayContaining(["sites.yaml", "ip-addresses.yaml", "allow.yaml", "users.yaml"]),
    );
    expect(await seed("plan", "--seed", "files")).toEqual(nothingToDo);
  });

  it("is written as one file to stdout, and that plans to nothing", async () => {
    const { exitCode, stdout } = await seed("export");
    expect(exitCode).toBe(0);
    writeFileSync(join(folder, "all.yaml"), stdout);
    expect(await seed("plan", "--seed", "all.yaml")).toEqual(nothingToDo);
  });

  it("is left out by name where seed files can't say it", async () => {
    const { stdout, stderr } = await seed("export");
    for (const line of [
      ...foreign.twins.map((id) => `device export twin (id ${id}): its name stands for 2 objects`),
      `device without a name (id ${foreign.nameless}): name: is missing`,
      "custom_fields.export_keeper: holds objects",
      "custom_fields.Export_Upper: custom-field Export_Upper is left out",
      "rack export-north/export (id",
      "service export twin/web (id",
      "site: is a dcim.region",
      "interface: is a virtualization.vminterface",
      "interface: interface export twin/eth0/1 is left out",
      "seed files describe only those with vrf_id=null",
      "seed files describe only those with parent_object_type=dcim.device",
      "additional_headers: looks as if it holds a secret",
      "no seed may give the right to add extras.webhook",
      "token export.ada/ (id",
      "journal-entry device export server: 1: Twice",
    ]) {
      expect(stderr).toContain(line);
      expect(stdout).toContain(line);
    }
  });

  it("is told as data with the same names", async () => {
    const { stdout, stderr } = await seed("export", "--out", "data", "--json");
    const { files, leftOut } = JSON.parse(stdout) as Exported;
    expect(files).toEqual(expect.arrayContaining(readdirSync(join(folder, "data"))));
    const ids = leftOut.filter(({ kind, key }) => kind === "device" && key === "export twin");
    expect(ids.map(({ id }) => id)).toEqual(foreign.twins);
    expect(stderr).toBe("");
  });

  it("gives no secret away", () => {
    const all = readText("all.yaml");
    expect(all).not.toMatch(/in-clear|nbt_|pbkdf2/);
    expect(all).not.toContain(real.token.split(".")[1]);
  });
});

describe("what is said of it", () => {
  it("is all that seed files have words for", () => {
    const all = parsePlacedYaml("all.yaml", readText("all.yaml")).data as Lists;
    const find = (list: string, wanted: object): object | undefined =>
      all[list]?.find((entry) => isDeepStrictEqual({ ...entry, ...wanted }, entry));
    expect(all["allow"]).toEqual(
      expect.arrayContaining(["addresses-outside-prefixes", "other-masks"]),
    );
    for (const [list, wanted] of [
      ["tags", { slug: "export" }],
      ["custom-fields", { name: "export_select", choice_set: "export" }],
      ["custom-field-choice-sets", { name: "export" }],
      ["tenants", { slug: "export", name: "Export: no group" }],
      ["racks", { name: "export/2", site: "export-north" }],
      ["devices", { name: "export server: 1", platform: "export", status: "staged" }],
      ["ip-addresses", { address: "172.30.66.1/24" }],
      ["ip-addresses", { address: "10.66.0.1/24", interface: "export server: 1/eth0/1" }],
      ["services", { name: "web", ports: ["tcp/443", "udp/443"] }],
      ["clusters", { name: "export", type: "export", site: "export-west" }],
      ["virtual-machines", { name: "export guest", cluster: "export", vcpus: 0.07 }],
      ["webhooks", { name: "export", additional_headers: "X-A: 1\nX-B: 2" }],
      ["event-rules", { name: "export", webhook: "export", enabled: false }],
      ["permissions", { name: "export", constraints: [{ slug: "export-north" }] }],
      ["groups", { name: "export", permissions: ["export"] }],
      ["users", { username: "export.ada", groups: ["export"] }],
      ["tokens", { user: "export.ada", description: "export" }],
      ["journal-entries", { comments: "# Moved\n\n- from: here\n  - to: there" }],
    ] as const) {
      expect([list, wanted, find(list, wanted)]).toEqual([list, wanted, expect.anything()]);
    }
    expect(find("sites", { slug: "export-north" })).toEqual({
      name: "export north",
      slug: "export-north",
      status: "planned",
      physical_address: "1 Main Street\nTown",
      time_zone: "Europe/Paris",
      description: "# no remark: {really}",
      custom_fields: {
        export_json: { a: [1, [true, null]], "": "no" },
        export_select: ["yes", "1e3"],
      },
      tags: ["export"],
    });
  });
});

describe("a folder that holds something", () => {
  it("is refused before anything is read, and stays as it is", async () => {
    const before = readdirSync(join(folder, "files"));
    const { exitCode, stderr } = await seed("export", "--out", "files", ...logged);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("the folder files is not empty");
    expect(methodsOf(stderr)).toEqual([]);
    expect(readdirSync(join(folder, "files"))).toEqual(before);
  });

  it("is no folder at all: refused as well", async () => {
    const { exitCode, stderr } = await seed("export", "--out", "all.yaml");
    expect(exitCode).toBe(3);
    expect(stderr).toContain("all.yaml is no folder that can be read");
  });
});
