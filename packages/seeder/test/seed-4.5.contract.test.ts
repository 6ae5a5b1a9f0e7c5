import { isComplete, isEmptyPlan, operationsOf } from "@multipass-netbox/core";
import type { LoggedRequest } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchOurError, openStandIn, seed } from "./seeded-stand-in.ts";

const kindCount = 14;

describe("the shipped seed on an empty NetBox 4.5", () => {
  it("makes everything that the files describe, in one bulk request per kind", async () => {
    await using lab = await openStandIn();
    const { receipt } = await seed(lab.client);

    expect(isComplete(receipt)).toBe(true);
    expect(summarize(lab.writes())).toEqual([
      "POST extras/tags/ 1",
      "POST extras/custom-fields/ 8",
      "POST dcim/device-roles/ 1",
      "POST dcim/manufacturers/ 1",
      "POST tenancy/tenant-groups/ 1",
      "POST dcim/device-types/ 1",
      "POST tenancy/tenants/ 2",
      "POST dcim/sites/ 1",
      "POST dcim/devices/ 1",
      "POST ipam/prefixes/ 1",
      "POST dcim/racks/ 1",
      "POST dcim/interfaces/ 1",
      "POST ipam/services/ 19",
      "POST ipam/ip-addresses/ 1",
      "PATCH dcim/devices/ 1",
    ]);
  });

  it("reads each kind once before it writes", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const { requests } = lab.netbox;
    const reads = requests.filter(({ method }) => method === "GET");
    const before = requests.findIndex(({ method }) => method !== "GET");

    // Interfaces and services are only asked for once their device is there.
    expect(before).toBe(kindCount - 2);
    // A device type may have given the new device interfaces of its own.
    // 4.5 has no ETags: right before a change the object's time is read again.
    expect(reads.slice(before).map(({ path, query }) => `${path}?${query}`)).toEqual([
      expect.stringMatching(/\/dcim\/interfaces\/\?device_id=\d+&fields=/),
      expect.stringMatching(/\/dcim\/devices\/\?id=\d+&fields=id%2Clast_updated&/),
    ]);
  });

  it("gives every service its protocol and ports, and no field that 4.5 does not know", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const post = lab.writes().find(({ path }) => path.endsWith("/ipam/services/"));
    const sent = post?.body as readonly SentService[];
    const kong = sent.find(({ name }) => name === "multipass-kong");
    const worker = sent.find(({ name }) => name === "netbox-worker");

    expect(sent).toHaveLength(19);
    expect(sent.every(({ protocol, ports }) => protocol === "tcp" && ports.length === 1)).toBe(
      true,
    );
    expect(sent.some((service) => "port_mappings" in service)).toBe(false);
    expect(kong).toMatchObject({ protocol: "tcp", ports: [8000] });
    expect(kong?.custom_fields).toEqual({
      container: "multipass-supabase-kong",
      published: true,
      listens: null,
    });
    expect(worker).toMatchObject({ ports: [1], custom_fields: { listens: false } });
  });

  it("leaves the device with its address and custom fields, the prefix in its site", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const [device] = await lab.client.devices.list({ name: "r2d2automaker" });
    const [prefix] = await lab.client.prefixes.list({ prefix: "192.168.1.0/24" });
    const [address] = await lab.client.ipAddresses.list({ address: "192.168.1.161" });

    expect(device?.primary_ip4?.address).toBe("192.168.1.161/24");
    expect(device?.custom_fields).toEqual({
      vmid: 100,
      ip: "192.168.1.161",
      os: "Ubuntu 24.04.3 LTS",
      ram_gb: 60.5,
    });
    expect(device?.tags.map(({ slug }) => slug)).toEqual(["multipass-netbox"]);
    expect(prefix).toMatchObject({ scope_type: "dcim.site", scope: { slug: "homelab-r2d2" } });
    expect(address).toMatchObject({
      assigned_object_type: "dcim.interface",
      assigned_object: { name: "eth0", device: { name: "r2d2automaker" } },
    });
  });

  it("never shows the placeholder port of netbox-worker in a plan", async () => {
    await using lab = await openStandIn();
    const { plan } = await seed(lab.client);
    const worker = operationsOf(plan).find(({ key }) => key === "r2d2automaker/netbox-worker");

    expect(worker).toMatchObject({
      after: { port_mappings: [], "custom_fields.published": false },
    });
    expect(JSON.stringify(plan)).not.toContain('tcp/1"');
  });
});

describe("the shipped seed a second time", () => {
  it("plans nothing and sends nothing but one GET per kind", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const before = lab.netbox.requests.length;
    const { plan } = await seed(lab.client);
    const sent = lab.netbox.requests.slice(before);

    expect(isEmptyPlan(plan)).toBe(true);
    expect(sent).toHaveLength(kindCount);
    expect(sent.every(({ method, status }) => method === "GET" && status === 200)).toBe(true);
  });

  it("puts back the one field that somebody changed by hand", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const [kong] = await lab.client.services.list({ name: "multipass-kong" });
    await lab.client.services.update([{ id: kong?.id ?? 0, description: "by hand" }]);
    const before = lab.writes().length;
    const { plan, receipt } = await seed(lab.client);

    expect(operationsOf(plan)).toEqual([
      {
        action: "update",
        kind: "service",
        key: "r2d2automaker/multipass-kong",
        before: { description: "by hand" },
        after: { description: "Kong API Gateway" },
      },
    ]);
    expect(isComplete(receipt)).toBe(true);
    expect(
      lab
        .writes()
        .slice(before)
        .map(({ body }) => body),
    ).toEqual([
      [
        {
          id: kong?.id,
          description: "Kong API Gateway",
          changelog_message: "multipass-netbox seed",
        },
      ],
    ]);
  });
});

describe("ports that somebody changed by hand", () => {
  it("are put back in the words of 4.5", async () => {
    await using lab = await openStandIn();
    await seed(lab.client);
    const [kong] = await lab.client.services.list({ name: "multipass-kong" });
    const id = kong?.id ?? 0;
    await lab.client.services.update([{ id, port_mappings: ["udp/8001", "udp/8000"] }]);
    const { plan } = await seed(lab.client);

    expect(operationsOf(plan)).toEqual([
      {
        action: "update",
        kind: "service",
        key: "r2d2automaker/multipass-kong",
        before: { port_mappings: ["udp/8000", "udp/8001"] },
        after: { port_mappings: ["tcp/8000"] },
      },
    ]);
    expect(lab.writes().at(-1)?.body).toMatchObject([
      { id, protocol: "tcp", ports: [8000], custom_fields: { listens: null } },
    ]);
  });
});

describe("an object that is not ours", () => {
  it("is SEED_CONFLICT, and nothing is written", async () => {
    await using lab = await openStandIn();
    await lab.client.tenants.create([{ name: "Client Demo", slug: "client-demo" }]);
    const before = lab.writes().length;
    const error = await catchOurError(seed(lab.client));

    expect(error.code).toBe("SEED_CONFLICT");
    expect(error.message).toContain("tenant client-demo exists (id 1) without the tag");
    expect(lab.writes()).toHaveLength(before);
  });

  it("is taken over with --adopt: our tag is added and its other fields stay", async () => {
    await using lab = await openStandIn();
    await lab.client.manufacturers.create([
      { name: "Proxmox", slug: "proxmox", description: "theirs" },
    ]);
    const { receipt } = await seed(lab.client, { adopt: true });
    const [found] = await lab.client.manufacturers.list({ slug: "proxmox" });

    expect(isComplete(receipt)).toBe(true);
    expect(found?.description).toBe("theirs");
    expect(found?.tags.map(({ slug }) => slug)).toEqual(["multipass-netbox"]);
  });
});

interface SentService {
  readonly name: string;
  readonly protocol: string;
  readonly ports: readonly number[];
  readonly custom_fields: Readonly<Record<string, unknown>>;
}

/** `POST ipam/services/ 19`: how many objects went where. */
function summarize(requests: readonly LoggedRequest[]): readonly string[] {
  return requests.map(
    ({ method, path, body }) =>
      `${method} ${path.replace("/netbox/api/", "")} ${(body as readonly unknown[]).length}`,
  );
}
