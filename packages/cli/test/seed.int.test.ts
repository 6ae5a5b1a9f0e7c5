import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { type NetBoxLab, startNetBox } from "@multipass-netbox/netbox-lab";
import type { RealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { methodsOf, runSeedCommand, taggedKinds } from "./run-seed-command.ts";

// One of its own: these tests begin with an empty NetBox.
let lab: NetBoxLab;
let real: RealNetBox;

const shipped = join(import.meta.dirname, "..", "..", "..", "seed-data");
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-seed-"));

let netbox: NetBoxClient;
beforeAll(async () => {
  lab = await startNetBox();
  real = { url: lab.url, token: lab.token.reveal() };
  netbox = createNetBoxClient(real);
  writeFileSync(join(folder, "multipass-netbox.yaml"), `seed: ${shipped}\n`);
});
afterAll(async () => {
  await netbox[Symbol.asyncDispose]();
  await lab.stop();
  rmSync(folder, { recursive: true });
});

const seed = async (...args: readonly string[]) => await runSeedCommand(folder, real, args);

async function listTenants() {
  return await netbox.tenants.list({ slug: ["client-demo", "multipass-internal"] });
}

async function deviceOf(name: string) {
  const [device] = await netbox.devices.list({ name });
  return device;
}

describe("seed on an empty NetBox", () => {
  it("plans without writing, and exits 2", async () => {
    const { exitCode, stdout, stderr } = await seed("plan", "--verbose", "--log-format", "json");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("40 to create, 1 to update.");
    expect(new Set(methodsOf(stderr))).toEqual(new Set(["GET"]));
    expect(await listTenants()).toEqual([]);
  });

  it("asks, and without a terminal to ask at changes nothing", async () => {
    const { exitCode, stderr } = await seed();
    expect(exitCode).toBe(3);
    expect(stderr).toContain("--yes");
    expect(await listTenants()).toEqual([]);
  });

  it("refuses a token that is none, and never shows it", async () => {
    const token = "nbt_abcdefghijkl.0123456789012345678901234567890123456789";
    const args = ["plan", "--verbose"];
    const { exitCode, stderr, stdout } = await runSeedCommand(folder, { ...real, token }, args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[NETBOX_AUTH]");
    expect(stderr + stdout).not.toContain("0123456789");
  });

  it("applies, reads back and leaves a receipt", async () => {
    const { exitCode, stdout } = await seed("--yes");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Done: 41 changes");
    const receipts = join(folder, "multipass-netbox", "receipts");
    const [name = ""] = readdirSync(receipts);
    const lines = readFileSync(join(receipts, name), "utf8").trimEnd().split("\n");
    const outcomes = lines.filter((line) => line.includes('"status":"done"'));
    expect(outcomes).toHaveLength(41);
    expect(outcomes[0]).toMatch(/"requestId":"[-0-9a-f]{36}"/);
    expect(lines.join("")).not.toContain(real.token);
  });
});

describe("what NetBox then holds", () => {
  it("is the device with its custom fields and its primary address", async () => {
    const device = await deviceOf("r2d2automaker");
    expect(device).toMatchObject({
      primary_ip4: { address: "192.168.1.161/24" },
      device_type: { slug: "vm-ubuntu-24-04" },
      role: { slug: "application-server" },
      site: { slug: "homelab-r2d2" },
      tenant: { slug: "multipass-internal" },
      custom_fields: {
        vmid: 100,
        ip: "192.168.1.161",
        os: "Ubuntu 24.04.3 LTS",
        ram_gb: 60.5,
      },
    });
  });

  it("is 19 services on it", async () => {
    const services = await netbox.services.list({ device: "r2d2automaker" });
    expect(services).toHaveLength(19);
    const kong = services.find(({ name }) => name === "multipass-kong");
    expect(kong).toMatchObject({
      port_mappings: ["tcp/8000"],
      description: "Kong API Gateway",
      custom_fields: { container: "multipass-supabase-kong", published: true, listens: null },
    });
  });

  it("is the prefix in its site, and 253 free addresses in it", async () => {
    const [prefix] = await netbox.prefixes.list({ prefix: "192.168.1.0/24" });
    expect(prefix).toMatchObject({
      scope_type: "dcim.site",
      scope: { slug: "homelab-r2d2" },
      tenant: { slug: "multipass-internal" },
    });
    expect(await netbox.listAvailableIps(prefix?.id ?? 0, { limit: 1000 })).toHaveLength(253);
  });

  it("is both tenants in their group, and our tag on all that can be tagged", async () => {
    const tenants = await listTenants();
    expect(tenants.map(({ name, group }) => [name, group?.name])).toEqual([
      ["Client Demo", "Clients MultiPass"],
      ["MultiPass Internal", "Clients MultiPass"],
    ]);
    const tagged = await Promise.all(
      taggedKinds.map((kind) => netbox[kind].list({ tag: "multipass-netbox" })),
    );
    expect(tagged.map(({ length }) => length)).toEqual([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 19]);
  });
});

describe("a second run", () => {
  it("writes nothing and says so", async () => {
    const { exitCode, stdout, stderr } = await seed("--yes", "--verbose", "--log-format", "json");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Nothing to do");
    const methods = methodsOf(stderr);
    expect(new Set(methods)).toEqual(new Set(["GET"]));
    expect(methods).toHaveLength(14);
  });

  it("verifies, as text and as data", async () => {
    expect(await seed("verify")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("Verified"),
    });
    const { stdout } = await seed("verify", "--json");
    expect(JSON.parse(stdout)).toEqual({ plan: { target: real.url, levels: [] } });
  });
});

describe("a description changed by hand", () => {
  it("is found by name and field, and mended alone", async () => {
    const device = await deviceOf("r2d2automaker");
    const [kong] = await netbox.services.list({ name: "multipass-kong" });
    if (!kong || !device) {
      throw new Error("the seed is missing");
    }
    await netbox.services.update([{ id: kong.id, description: "edited by hand" }]);
    // Fields that no file names are not ours: they stay.
    await netbox.devices.update([{ id: device.id, description: "mine" }]);

    const planned = await seed("plan", "--json");
    expect(planned.exitCode).toBe(2);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      plan: {
        levels: [
          [
            {
              action: "update",
              kind: "service",
              key: "r2d2automaker/multipass-kong",
              before: { description: "edited by hand" },
              after: { description: "Kong API Gateway" },
            },
          ],
        ],
      },
    });
    expect((await seed("verify")).exitCode).toBe(2);

    const applied = await seed("--yes", "--json");
    const { receipt } = JSON.parse(applied.stdout) as { receipt: { done: readonly object[] } };
    expect(receipt.done).toHaveLength(1);
    expect((await netbox.services.get(kong.id)).description).toBe("Kong API Gateway");
    expect((await deviceOf("r2d2automaker"))?.description).toBe("mine");
    expect((await seed("plan")).exitCode).toBe(0);
  });
});

describe("a saved plan", () => {
  it("is applied as it was reviewed, and refused once it is stale", async () => {
    const [tenant] = await netbox.tenants.list({ slug: "client-demo" });
    const id = tenant?.id ?? 0;
    await netbox.tenants.update([{ id, description: "one" }]);
    const file = join(folder, "plan.json");
    expect((await seed("plan", "--save-plan", file)).exitCode).toBe(2);

    await netbox.tenants.update([{ id, description: "two" }]);
    const stale = await seed("apply", "--from", file, "--yes");
    expect(stale).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("error[PLAN_STALE]"),
    });
    expect((await netbox.tenants.get(id)).description).toBe("two");

    await netbox.tenants.update([{ id, description: "one" }]);
    expect((await seed("apply", "--from", file, "--yes")).exitCode).toBe(0);
    expect((await netbox.tenants.get(id)).description).toBe("For demonstrations");
  });
});

describe("what exists without our tag", () => {
  it("is a conflict, and nothing is written; with --adopt it is taken over", async () => {
    const [tenant] = await netbox.tenants.list({ slug: "client-demo" });
    const id = tenant?.id ?? 0;
    await netbox.tenants.update([{ id, tags: [], description: "theirs" }]);
    const refused = await seed("--yes");
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("error[SEED_CONFLICT]");
    expect(refused.stderr).toContain(`tenant client-demo exists (id ${id})`);
    expect((await netbox.tenants.get(id)).description).toBe("theirs");

    expect((await seed("--adopt", "--yes")).exitCode).toBe(0);
    const adopted = await netbox.tenants.get(id);
    expect(adopted.tags.map(({ slug }) => slug)).toEqual(["multipass-netbox"]);
    expect(adopted.description).toBe("For demonstrations");
  });
});

describe("a custom field that somebody else uses too", () => {
  it("is taken over without the loss of a value", async () => {
    const [field] = await netbox.customFields.list({ name: "vmid" });
    const [site] = await netbox.sites.list({ slug: "homelab-r2d2" });
    const id = field?.id ?? 0;
    const siteId = site?.id ?? 0;
    const object_types = ["dcim.device", "dcim.site"];
    await netbox.customFields.update([{ id, object_types, comments: "theirs" }]);
    await netbox.sites.update([{ id: siteId, custom_fields: { vmid: 7 } }]);
    // As the seed files want it: it may stay theirs.
    expect((await seed("plan")).exitCode).toBe(0);
    await netbox.customFields.update([{ id, description: "theirs" }]);
    expect((await seed("plan")).stderr).toContain("custom-field vmid exists");
    expect((await seed("--adopt", "--yes")).exitCode).toBe(0);
    const adopted = await netbox.customFields.list({ name: "vmid" });
    expect(adopted[0]).toMatchObject({ object_types, comments: expect.stringContaining("theirs") });
    expect((await netbox.sites.get(siteId)).custom_fields).toMatchObject({ vmid: 7 });
    expect((await seed("verify")).exitCode).toBe(0);
  });
});
