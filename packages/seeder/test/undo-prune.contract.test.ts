import { operationName, operationsOf } from "@multipass-netbox/core";
import { describe, expect, it } from "vitest";
import { listUndoLosses } from "../src/index.ts";
import { catchOurError } from "./seeded-stand-in.ts";
import {
  address,
  base,
  earlier,
  openSeeded,
  planUndoOf,
  runPrune,
  runSeed,
  tenant,
  undo,
} from "./undo-runs.ts";

describe("undoing a prune", () => {
  it("puts an address back on an interface whose device stayed", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, base + address);
    const pruned = await runPrune(lab.client, base + earlier);
    expect(operationsOf(pruned.plan).map(operationName)).toEqual(["delete ip-address 10.0.0.5/24"]);
    const { failure } = await undo(lab.client, pruned);

    expect(failure).toBeUndefined();
    const [found] = await lab.client.ipAddresses.list({ address: "10.0.0.5" });
    expect(found?.assigned_object).toMatchObject({ name: "eth0" });
  });

  it("is refused before anything is written where what it points to is gone", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, base + address);
    const pruned = await runPrune(lab.client, base + earlier);
    const [eth0] = await lab.client.interfaces.list({ name: "eth0" });
    await lab.client.interfaces.delete([eth0?.id ?? 0]);
    const error = await catchOurError(planUndoOf(lab.client, pruned));

    expect(error.message).toContain(
      "ip-address 10.0.0.5/24: interface: interface web/eth0 is gone",
    );
  });

  it("brings back fields that seed files have no words for", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, `${base}racks: [{ name: R1, site: s }]\n`);
    const [[device], [rack]] = [await lab.client.devices.list(), await lab.client.racks.list()];
    const own = { serial: "SN-1", asset_tag: "AT-1", comments: "see ticket", rack: rack?.id ?? 0 };
    await lab.client.devices.update([{ id: device?.id ?? 0, ...own }]);
    const pruned = await runPrune(
      lab.client,
      "sites: [{ name: S, slug: s }]\nracks: [{ name: R1, site: s }]\n",
    );
    expect(await lab.client.devices.count()).toBe(0);
    const { failure } = await undo(lab.client, pruned);

    expect(failure).toBeUndefined();
    const [back] = await lab.client.devices.list({ name: "web" });
    expect(back).toMatchObject({ ...own, rack: { id: rack?.id } });
  });

  it("leaves out and names a link to what is gone", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, `${base}racks: [{ name: R1, site: s }]\n`);
    const [[device], [rack]] = [await lab.client.devices.list(), await lab.client.racks.list()];
    await lab.client.devices.update([{ id: device?.id ?? 0, rack: rack?.id ?? 0, serial: "SN-1" }]);
    const pruned = await runPrune(lab.client, earlier);
    const { plan, state } = await planUndoOf(lab.client, pruned);

    expect(listUndoLosses(pruned.record, plan, state)).toEqual([
      "What comes back gets new ids. Its journal entries and its change log stay lost.",
      "device web comes back without rack: what it points to is gone.",
    ]);
    expect((await undo(lab.client, pruned)).failure).toBeUndefined();
    const [back] = await lab.client.devices.list({ name: "web" });
    expect(back).toMatchObject({ serial: "SN-1", rack: null });
  });
});

describe("what can't come back", () => {
  const secrets = `
users: [{ username: bot, password: { env: BOT } }]
tokens: [{ user: bot, description: api, token_file: bot.token }]
webhooks: [{ name: hook, payload_url: "http://h/", secret: { env: HOOK } }]
`;

  it("is named, tokens are left out, and the rest is made again", async () => {
    await using lab = await openSeeded();
    expect((await runSeed(lab.client, secrets)).failure).toBeUndefined();
    const pruned = await runPrune(lab.client, earlier);
    expect(
      operationsOf(pruned.plan)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(["token", "user", "webhook"]);
    const { plan, state } = await planUndoOf(lab.client, pruned);

    expect(listUndoLosses(pruned.record, plan, state)).toEqual([
      expect.stringContaining("new ids"),
      "user bot comes back with a random password; set it by hand.",
      "webhook hook comes back without its secret; set it by hand.",
      "token bot/api does not come back: nobody knows its value.",
    ]);
    expect(JSON.stringify(pruned.plan)).not.toContain("HOOK");
    expect((await undo(lab.client, pruned)).failure).toBeUndefined();
    expect(await lab.client.users.count({ username: "bot" })).toBe(1);
    const [hook] = await lab.client.webhooks.list();
    expect(hook).toMatchObject({ name: "hook", secret: "" });
  });
});

describe("one key, several objects", () => {
  it("is refused before an undo writes to the wrong one", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, base);
    const service = "services: [{ device: web, name: job, ports: [80] }]\n";
    await runSeed(lab.client, base + service);
    const pruned = await runPrune(lab.client, base + earlier);
    const [[device], [acme]] = [
      await lab.client.devices.list(),
      (await lab.client.tenants.create([{ name: "Acme", slug: "acme" }])).objects,
    ];
    await lab.client.devices.create([
      {
        name: "web",
        device_type: { slug: "t" },
        role: { slug: "r" },
        site: { slug: "s" },
        tenant: acme?.id ?? 0,
      },
    ]);
    const error = await catchOurError(planUndoOf(lab.client, pruned));

    expect(error.code).toBe("SEED_CONFLICT");
    expect(error.message).toContain(
      `service web/job: device: device web exists 2 times (ids ${device?.id}, `,
    );
  });

  it("is refused where somebody has made the object again", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, tenant("ours"));
    const pruned = await runPrune(lab.client, earlier);
    await lab.client.tenants.create([{ name: "Acme", slug: "acme" }]);
    const error = await catchOurError(planUndoOf(lab.client, pruned));

    expect(error.message).toMatch(/tenant acme: there is another one \(id \d+\) now/);
  });
});
