import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { isMultipassError } from "@multipass-netbox/core";
import { buildSeed, loadSeed } from "@multipass-netbox/seeder";

const scenarios = join(import.meta.dirname, "scenarios");
const shipped = join(import.meta.dirname, "..", "..", "..", "seed-data");

async function problemsOf(folder: string): Promise<string> {
  try {
    await loadSeed(folder);
    return "";
  } catch (error) {
    if (!isMultipassError(error) || error.code !== "SEED_INVALID") {
      throw error;
    }
    const [, ...lines] = error.message.replaceAll(`${relative("", folder)}${sep}`, "").split("\n");
    return lines.map((line) => line.trim()).join("\n");
  }
}

describe("bad seed files are refused with every problem and its place", () => {
  it.each(readdirSync(scenarios))("%s", async (name) => {
    const expected = readFileSync(join(scenarios, name, "expected.txt"), "utf8");
    expect(await problemsOf(join(scenarios, name))).toBe(expected.trimEnd());
  });
});

describe("the shipped seed files", async () => {
  const { objects } = await loadSeed(shipped);
  const keysOf = (kind: string): readonly string[] =>
    objects.filter((object) => object.kind === kind).map(({ key }) => key);

  it("hold what tasks 8 and 13 of the request list", () => {
    expect(keysOf("tenant-group")).toEqual(["clients-multipass"]);
    expect(keysOf("tenant")).toEqual(["multipass-internal", "client-demo"]);
    expect(keysOf("site")).toEqual(["homelab-r2d2"]);
    expect(keysOf("rack")).toEqual(["homelab-r2d2/VM-100-Rack"]);
    expect(keysOf("manufacturer")).toEqual(["proxmox"]);
    expect(keysOf("device-type")).toEqual(["vm-ubuntu-24-04"]);
    expect(keysOf("device-role")).toEqual(["application-server"]);
    expect(keysOf("device")).toEqual(["r2d2automaker"]);
    expect(keysOf("prefix")).toEqual(["192.168.1.0/24"]);
    expect(keysOf("ip-address")).toEqual(["192.168.1.161/24"]);
    expect(keysOf("service")).toHaveLength(19);
  });

  it("say of every service which container serves it and whether it is published", () => {
    const services = objects.filter(({ kind }) => kind === "service");
    const published = services.filter(({ fields }) => fields["custom_fields.published"] === true);
    const containers = new Set(services.map(({ fields }) => fields["custom_fields.container"]));
    expect(published).toHaveLength(10);
    // Kong's two ports are one container: 14 of the agency and 4 of NetBox.
    expect(containers.size).toBe(18);
    expect(containers).not.toContain(undefined);
  });

  it("give everything to MultiPass Internal where NetBox has a tenant", () => {
    const owned = objects.filter(({ kind }) =>
      ["site", "rack", "device", "prefix", "ip-address"].includes(kind),
    );
    expect(new Set(owned.map(({ fields }) => fields["tenant"]))).toEqual(
      new Set(["multipass-internal"]),
    );
  });

  it("show no port for the container that listens on nothing", () => {
    const worker = objects.find(({ key }) => key === "r2d2automaker/netbox-worker");
    expect(worker?.fields).toMatchObject({ port_mappings: [], "custom_fields.published": false });
  });
});

describe("seed files as texts", () => {
  it("can't follow an include, and say so beside all else", () => {
    const text = "include: [b.yaml]\ntenants: [{ name: A, slug: a, group: in-b }]\nsite: []\n";
    expect(() => buildSeed([{ name: "a.yaml", text }])).toThrow(
      [
        "2 problems in the seed files",
        "  a.yaml:1:11  include: b.yaml can't be followed from a text: give its text as well",
        '  a.yaml:3:1  unknown key "site"; did you mean "sites"?',
      ].join("\n"),
    );
  });
});
