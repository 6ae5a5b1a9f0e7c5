import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isMultipassError } from "@multipass-netbox/core";
import { buildSeed, loadSeed, type SeedText } from "@multipass-netbox/seeder";

const scenarios = join(import.meta.dirname, "scenarios");
const shipped = join(import.meta.dirname, "..", "..", "..", "seed-data");

function readTexts(folder: string): readonly SeedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

function problemsOf(texts: readonly SeedText[]): string {
  try {
    buildSeed(texts);
    return "";
  } catch (error) {
    if (!isMultipassError(error) || error.code !== "SEED_INVALID") {
      throw error;
    }
    return error.message.replace(/^.*\n/, "").replaceAll(/^ {2}/gm, "");
  }
}

describe("bad seed files are refused with every problem and its place", () => {
  it.each(readdirSync(scenarios))("%s", (name) => {
    const expected = readFileSync(join(scenarios, name, "expected.txt"), "utf8");
    expect(problemsOf(readTexts(join(scenarios, name)))).toBe(expected.trimEnd());
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
    expect(worker?.fields).toMatchObject({ port_mappings: [], "custom_fields.listens": false });
  });
});

describe("a folder of seed files", () => {
  it("is refused when it is not there or holds no YAML", async () => {
    await expect(loadSeed("/nowhere")).rejects.toMatchObject({ code: "SEED_INVALID" });
    await expect(loadSeed(import.meta.dirname)).rejects.toMatchObject({
      code: "SEED_INVALID",
      message: expect.stringContaining("no YAML file"),
    });
  });
});
