import { isEmptyPlan, operationsOf } from "@multipass-netbox/core";
import { describe, expect, it } from "vitest";
import { catchOurError } from "./seeded-stand-in.ts";
import {
  address,
  base,
  forgetOutcomes,
  openSeeded,
  planUndoOf,
  runSeed,
  tenant,
  undo,
} from "./undo-runs.ts";

describe("undoing several runs", () => {
  it("goes back one by one: what a later undo left as it was is no later change", async () => {
    await using lab = await openSeeded();
    const first = await runSeed(lab.client, tenant("first"));
    const second = await runSeed(lab.client, tenant("second"));
    const early = await catchOurError(planUndoOf(lab.client, first));
    expect(early.message).toContain('tenant acme: description is "second" now');

    await undo(lab.client, second);
    const { failure } = await undo(lab.client, first);

    expect(failure).toBeUndefined();
    expect(await lab.client.tenants.count()).toBe(0);
  });

  it("can be resumed where it was interrupted", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, base + address);
    const withPrimary = base.replace(
      "site: s }]\ninter",
      "site: s, primary_ip4: 10.0.0.5/24 }]\ninter",
    );
    const run = await runSeed(lab.client, withPrimary + address);
    expect(operationsOf(run.plan)).toHaveLength(1);
    await undo(lab.client, run, { levels: 0 });
    await undo(lab.client, run);
    const { plan } = await planUndoOf(lab.client, run);
    expect(isEmptyPlan(plan)).toBe(true);
  });

  it("is resumed although the interrupted undo changed what the rest of it deletes", async () => {
    await using lab = await openSeeded();
    const withPrimary = base.replace(
      "site: s }]\ninter",
      "site: s, primary_ip4: 10.0.0.5/24 }]\ninter",
    );
    const run = await runSeed(lab.client, withPrimary + address);
    await undo(lab.client, run, { levels: 1 });
    expect(await lab.client.devices.count()).toBe(1);
    const rest = await undo(lab.client, run);

    expect(rest.failure).toBeUndefined();
    expect(await lab.client.devices.count()).toBe(0);
  });

  it("refuses where somebody changed another field of what would be deleted", async () => {
    await using lab = await openSeeded();
    const run = await runSeed(lab.client, base);
    const [device] = await lab.client.devices.list({ name: "web" });
    await lab.client.devices.update([{ id: device?.id ?? 0, serial: "SN" }]);
    const error = await catchOurError(planUndoOf(lab.client, run));

    expect(error.message).toMatch(/device web: by \w+ at 20/);
  });
});

describe("undoing a run that was killed before the answer", () => {
  it("puts back an update without an outcome", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, tenant("first"));
    const run = await runSeed(lab.client, tenant("second"));
    const record = forgetOutcomes(run, ["update tenant acme"]);
    expect(record.operations[0]?.objectId).toBeUndefined();
    const { failure } = await undo(lab.client, { record });

    expect(failure).toBeUndefined();
    const [found] = await lab.client.tenants.list({ slug: "acme" });
    expect(found?.description).toBe("first");
  });

  it("refuses where a create without an outcome was changed by somebody since", async () => {
    await using lab = await openSeeded();
    const run = await runSeed(lab.client, base);
    const record = forgetOutcomes(run, ["create interface web/eth0", "create site s"]);
    expect((await planUndoOf(lab.client, { record })).orphans).toEqual([]);

    const [site] = await lab.client.sites.list({ slug: "s" });
    await lab.client.sites.update([{ id: site?.id ?? 0, comments: "human notes" }]);
    const error = await catchOurError(planUndoOf(lab.client, { record }));

    expect(error.message).toMatch(/site s: by \w+ at 20/);
  });

  it("deletes what such creates made, found by what its key names", async () => {
    await using lab = await openSeeded();
    const run = await runSeed(lab.client, base);
    const record = forgetOutcomes(run, ["create interface web/eth0"]);
    const { failure } = await undo(lab.client, { record });

    expect(failure).toBeUndefined();
    expect(await lab.client.interfaces.count()).toBe(0);
  });
});

describe("an interface that NetBox makes along with its device", () => {
  it("is taken over instead of made, and goes with the device when the run is undone", async () => {
    await using lab = await openSeeded();
    const run = await runSeed(lab.client, base, {
      afterLevel: async (operations) => {
        const [device] = await lab.client.devices.list({ name: "web" });
        const isMade = operations.some(({ kind }) => kind === "device");
        await lab.client.interfaces.create(
          isMade ? [{ device: device?.id ?? 0, name: "eth0", type: "other" }] : [],
        );
      },
    });
    expect(run.failure).toBeUndefined();
    const [eth0, ...others] = await lab.client.interfaces.list();
    expect(others).toEqual([]);
    expect(eth0).toMatchObject({
      type: { value: "virtual" },
      tags: [{ slug: "multipass-netbox" }],
    });
    expect((await undo(lab.client, run)).failure).toBeUndefined();
    expect(await lab.client.interfaces.count()).toBe(0);
  });
});

describe("an undo", () => {
  it("can itself be undone, with what was made, changed and pointed to", async () => {
    await using lab = await openSeeded();
    await runSeed(lab.client, tenant("before"));
    const run = await runSeed(
      lab.client,
      `${base.replace("site: s }]\ninter", "site: s, primary_ip4: 10.0.0.5/24 }]\ninter")}${address}${tenant("after")}
services: [{ device: web, name: job, ports: [] }]\n`,
    );
    const undone = await undo(lab.client, run);
    const again = await undo(lab.client, undone);

    expect(again.failure).toBeUndefined();
    const [device] = await lab.client.devices.list();
    expect(device?.primary_ip4?.address).toBe("10.0.0.5/24");
    expect(await lab.client.tenants.list()).toMatchObject([{ description: "after" }]);
    expect((await undo(lab.client, again)).failure).toBeUndefined();
    expect(await lab.client.devices.count()).toBe(0);
  });
});
