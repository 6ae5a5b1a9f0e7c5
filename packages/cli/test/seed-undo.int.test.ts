import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSeedCommand } from "./run-seed-command.ts";

const real = injectRealNetBox();
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-undo-"));
const file = join(folder, "seed.yaml");
const receipts = join(folder, "multipass-netbox", "receipts");

let netbox: NetBoxClient;
beforeAll(async () => {
  netbox = createNetBoxClient(real);
  writeFileSync(join(folder, "multipass-netbox.yaml"), "seed: seed.yaml\n");
  // Something of everybody's is there before.
  await netbox.tenants.create([
    { name: "Undo theirs", slug: "undo-theirs", description: "theirs" },
    { name: "Undo other", slug: "undo-other" },
  ]);
});
afterAll(async () => {
  await netbox[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const seed = async (...args: readonly string[]) => await runSeedCommand(folder, real, args);
const latestReceipt = (): string => readdirSync(receipts).toSorted().at(-1) ?? "";

const described = `
tenants:
  - { name: Undo theirs, slug: undo-theirs, description: taken over }
  - { name: Undo new, slug: undo-new }
manufacturers: [{ name: Undo, slug: undo }]
device-types: [{ model: Undo, slug: undo, manufacturer: undo }]
device-roles: [{ name: Undo, slug: undo }]
sites: [{ name: Undo, slug: undo, tenant: undo-new }]
devices:
  - { name: undo, device_type: undo, role: undo, site: undo, primary_ip4: 10.99.0.1/24 }
interfaces: [{ device: undo, name: eth0, type: virtual }]
prefixes: [{ prefix: 10.99.0.0/24, site: undo }]
ip-addresses: [{ address: 10.99.0.1/24, interface: undo/eth0 }]
services:
  - { device: undo, name: undo-web, ports: [80], container: web, published: true }
  - { device: undo, name: undo-job, ports: [], container: job, published: false }
`;

describe("seed undo", () => {
  it("puts back exactly what a run changed: made, changed and taken over", async () => {
    const before = await readAll();
    writeFileSync(file, described);
    const run = await seed("--yes", "--adopt");
    expect(run).toMatchObject({ exitCode: 0 });
    expect(await readAll()).not.toEqual(before);

    const plan = await seed("undo", latestReceipt(), "--plan");
    expect(plan.exitCode).toBe(2);
    expect(plan.stdout).toContain("- delete device undo");
    expect(plan.stdout).toContain('description: "taken over" -> "theirs"');

    const receipt = latestReceipt();
    const undone = await seed("undo", receipt, "--yes");
    expect(undone).toMatchObject({ exitCode: 0 });
    expect(await readAll()).toEqual(before);

    const again = await seed("undo", receipt);
    expect(again.stdout).toContain("Nothing to do");
  });

  it("can itself be undone: what was deleted is made again, with new ids", async () => {
    await seed("--yes", "--adopt");
    const [first] = await netbox.devices.list({ name: "undo" });
    await seed("undo", latestReceipt(), "--yes");
    await seed("undo", latestReceipt(), "--yes");
    const [device] = await netbox.devices.list({ name: "undo" });

    expect(device?.id).not.toBe(first?.id);
    expect(device?.primary_ip4?.address).toBe("10.99.0.1/24");
    expect((await seed("verify")).exitCode).toBe(0);
  });

  it("refuses where somebody changed it since, and says who", async () => {
    appendFileSync(file, "  - { device: undo, name: undo-late, ports: [81], published: true }\n");
    await seed("--yes");
    const receipt = latestReceipt();
    const [service] = await netbox.services.list({ name: "undo-late" });
    await netbox.services.update([{ id: service?.id ?? 0, comments: "touched" }]);
    const { exitCode, stderr } = await seed("undo", receipt, "--yes");

    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[SEED_CONFLICT] changed since that run");
    expect(stderr).toMatch(/service undo\/undo-late: by admin at 20/);
    expect(await netbox.services.count({ name: "undo-late" })).toBe(1);
  });

  it("says which receipts there are when there is no such one", async () => {
    const { exitCode, stderr } = await seed("undo", "nothing.jsonl");

    expect(exitCode).toBe(3);
    expect(stderr).toContain("there is no receipt nothing.jsonl");
    expect(stderr).toContain(latestReceipt());
  });
});

describe("seed prune", () => {
  it("deletes what is ours and no longer described, and what stands on it first", async () => {
    writeFileSync(
      file,
      described
        .replaceAll(/^ {2}- \{ device: undo, name: undo-job.*\n/gm, "")
        .replace("primary_ip4: 10.99.0.1/24", "description: kept"),
    );
    await seed("--yes");
    const shown = await seed("prune", "--plan");
    expect(shown.exitCode).toBe(2);
    expect(shown.stdout).toContain("- delete service undo/undo-job");
    expect(shown.stdout).toContain("- delete service undo/undo-late");
    expect(shown.stdout).not.toContain("undo-other");

    expect((await seed("prune", "--yes")).exitCode).toBe(0);
    expect(await netbox.services.count({ name: ["undo-job", "undo-late"] })).toBe(0);
    expect((await seed("prune")).stdout).toContain("Nothing to do");
  });

  it("refuses to take along what is not ours", async () => {
    const [device] = await netbox.devices.list({ name: "undo" });
    await netbox.services.create([
      {
        name: "undo-theirs",
        parent_object_type: "dcim.device",
        parent_object_id: device?.id ?? 0,
        port_mappings: ["tcp/99"],
      },
    ]);
    writeFileSync(file, "tenants: [{ name: Undo new, slug: undo-new }]\n");
    const { exitCode, stderr } = await seed("prune", "--yes");

    expect(exitCode).toBe(1);
    expect(stderr).toContain("NetBox would change more than the plan says");
    expect(stderr).toMatch(/device undo would take ipam\/services\/\d+\/ \(undo-theirs/);
    expect(await netbox.devices.count({ name: "undo" })).toBe(1);
  });

  it("deletes the rest once that is gone, and undo brings it back", async () => {
    const [theirs] = await netbox.services.list({ name: "undo-theirs" });
    await netbox.services.delete([theirs?.id ?? 0]);
    const [device] = await netbox.devices.list({ name: "undo" });
    await netbox.devices.update([{ id: device?.id ?? 0, ...unseeded }]);
    expect((await seed("prune", "--yes")).exitCode).toBe(0);
    expect(await netbox.devices.count({ name: "undo" })).toBe(0);
    expect(await netbox.tenants.count({ slug: "undo-other" })).toBe(1);

    const back = await seed("undo", latestReceipt(), "--yes");
    expect(back).toMatchObject({ exitCode: 0 });
    expect(back.stderr).toContain("What comes back gets new ids.");
    expect(await netbox.devices.list({ name: "undo" })).toMatchObject([unseeded]);
  });
});

describe("seed undo of a device whose type has interfaces of its own", () => {
  it("takes the device's interfaces over, and deletes with it those that no seed names", async () => {
    const [type] = await netbox.deviceTypes.list({ slug: "undo" });
    const templates = ["eth0", "eth1"].map((name) => ({ name, type: "1000base-t" }));
    await netbox
      .endpoint("dcim/interface-templates/")
      .create(templates.map((template) => ({ ...template, device_type: type?.id })));
    writeFileSync(file, described.replace("devices:", two).replace("interfaces: [", interfaceTwo));
    const run = await seed("--yes", "--adopt");
    expect(run).toMatchObject({ exitCode: 0 });
    expect(await namesOfInterfaces()).toEqual(["eth0 virtual", "eth1 1000base-t"]);

    const undone = await seed("undo", latestReceipt(), "--yes");
    expect(undone).toMatchObject({ exitCode: 0 });
    expect(await namesOfInterfaces()).toEqual([]);
  });
});

describe("seed undo of a custom field", () => {
  it("refuses to take a type off on which somebody uses it, a type of no seed too", async () => {
    writeFileSync(file, customField("dcim.site"));
    expect(await seed("--yes")).toMatchObject({ exitCode: 0 });
    writeFileSync(file, customField("dcim.site, ipam.vlan"));
    expect(await seed("--yes")).toMatchObject({ exitCode: 0 });
    const vlans = netbox.endpoint("ipam/vlans/");
    const { objects } = await vlans.create([
      { vid: 77, name: "undo-vlan", custom_fields: { undo_owner: "a person" } },
    ]);
    const refused = await seed("undo", latestReceipt(), "--yes");
    expect(refused.stderr).toMatch(
      /custom-field undo_owner would take its value on ipam\/vlans\/\d+\/ \(undo-vlan/,
    );

    await vlans.delete(objects.map(({ id }) => id));
    expect(await seed("undo", latestReceipt(), "--yes")).toMatchObject({ exitCode: 0 });
  });
});

const unseeded = { serial: "SN-1", asset_tag: "undo-1", comments: "see ticket 42" };

const two = "devices:\n  - { name: undo-two, device_type: undo, role: undo, site: undo }";
const interfaceTwo = "interfaces: [{ device: undo-two, name: eth0, type: virtual }, ";

const customField = (types: string): string =>
  `custom-fields: [{ name: undo_owner, type: text, object_types: [${types}] }]\n`;

async function namesOfInterfaces(): Promise<readonly string[]> {
  const devices = await netbox.devices.list({ name: "undo-two" });
  const lists = devices.map(({ id }) => netbox.interfaces.list({ device_id: id }));
  const interfaces = (await Promise.all(lists)).flat();
  return interfaces.map(({ name, type }) => `${name} ${type.value}`).toSorted();
}

const kinds = [
  "tags",
  "customFields",
  "tenants",
  "sites",
  "manufacturers",
  "deviceTypes",
  "deviceRoles",
  "devices",
  "interfaces",
  "prefixes",
  "ipAddresses",
  "services",
] as const;

/** Every object of those kinds as NetBox answers it, but for what any change leaves behind. */
async function readAll(): Promise<readonly unknown[]> {
  const lists = await Promise.all(kinds.map(async (kind) => await netbox[kind].list()));
  return lists.flat().map((object) => ({ ...object, last_updated: null, tagged_items: null }));
}
