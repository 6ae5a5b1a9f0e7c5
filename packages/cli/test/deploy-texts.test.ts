import { describe, expect, it } from "vitest";
import { buildPlan } from "@multipass-netbox/core";
import { type DeployReceipt, listBystanders, type PlannedDeploy } from "@multipass-netbox/deployer";
import { assertUnchanged } from "../src/describe-bystanders.ts";
import { describeCosts } from "../src/describe-costs.ts";
import { buildDeployDetails, describeDeployPlan } from "../src/describe-deploy-plan.ts";
import { type DoneDeploy, printDeployReceipt } from "../src/print-deploy-receipt.ts";
import { describeStatus } from "../src/run-status.ts";
import {
  brokenRun,
  exampleHost,
  exampleStack,
  exampleTarget,
  ownContainers,
} from "./example-host.ts";
import { recordTerminal } from "./record-terminal.ts";

const planned: PlannedDeploy = {
  plan: buildPlan(exampleTarget, []),
  observation: exampleHost,
  bystanders: listBystanders(exampleHost),
  unfinished: undefined,
};

describe("what is said about the plan of a deployment", () => {
  it("is what the version is known for", () => {
    const lines = describeDeployPlan(planned, exampleStack);
    expect(lines[0]).toMatch(/^NetBox 4\.5\.2: CVE-2026-29514: .* \(fixed in 4\.6\.1\)\.$/);
    expect(buildDeployDetails(planned, exampleStack)).toMatchObject({
      advisories: expect.arrayContaining([
        expect.objectContaining({ version: "4.5.2", fixedIn: "4.6.1" }),
      ]),
    });
  });

  it("is a run that did not end, and what can be done", () => {
    const unfinished = { ...planned, unfinished: brokenRun };
    expect(describeDeployPlan(unfinished, exampleStack).slice(0, 3)).toEqual([
      `A run did not end: deploy by alice@laptop, ${brokenRun.at} (${brokenRun.id}).`,
      "Its step up is still at work on the host.",
      "This run finishes it, or `multipass-netbox rollback` takes it back.",
    ]);
    const details = buildDeployDetails(unfinished, exampleStack);
    expect(details).toMatchObject({ unfinished: { who: "alice@laptop", activeStep: "up" } });
    expect(JSON.stringify(details)).not.toContain("before");
  });

  it("is one of ours that is not well, though it is as planned", () => {
    const containers = exampleHost.containers.map((one) =>
      one.name === "netbox-worker" || one.name === "multipass-kong"
        ? { ...one, health: "unhealthy" }
        : one,
    );
    const sick = { ...planned, observation: { ...exampleHost, containers } };
    const lines = describeDeployPlan(sick, exampleStack);
    expect(lines.filter((line) => line.includes("unhealthy"))).toEqual([
      "netbox-worker is unhealthy: multipass-netbox logs netbox-worker",
    ]);
  });
});

const runner = {
  target: exampleTarget,
  costs: { roundTrips: 9, connections: 1 },
};

const receipt: DeployReceipt = {
  run: brokenRun.id,
  receipt: { target: exampleTarget, done: [], failed: [], unknown: [], notAttempted: [] },
  doors: {
    url: "http://127.0.0.1:8080/netbox",
    netBoxVersion: "4.5.2",
    staticFile: "/netbox/static/netbox.css",
  },
  bystanders: 14,
};

const done: DoneDeploy = {
  session: {
    runner,
    stack: exampleStack,
    layout: {
      superuserPassword: "/opt/multipass/docker/netbox/credentials/superuser_password",
      apiToken: "/opt/multipass/docker/netbox/credentials/api_token",
    },
    host: { ssh: "r2d2helm@192.168.1.161", directory: exampleStack.directory },
  },
  plan: buildPlan(exampleTarget, [
    { level: 0, operation: { action: "create", kind: "volume", key: "netbox-media" } },
  ]),
  receipt,
};

describe("the end of a deployment", () => {
  it("says what was done, where NetBox is, and how to read its credentials", () => {
    const terminal = recordTerminal();
    printDeployReceipt(done, terminal);
    expect(terminal.printed.join("\n").split("\n")).toEqual([
      "Done: 1 change on r2d2helm@192.168.1.161.",
      "  NetBox 4.5.2: http://127.0.0.1:8080/netbox/ on the host; its login page, /netbox/static/netbox.css and its API answer",
      "  14 containers that are not ours: unchanged",
      "",
      "To log in as admin, the password: ssh r2d2helm@192.168.1.161 'cat /opt/multipass/docker/netbox/credentials/superuser_password'",
      "The API token: ssh r2d2helm@192.168.1.161 'cat /opt/multipass/docker/netbox/credentials/api_token'",
      "",
      `Receipt: ${brokenRun.id}`,
      "9 round trips over 1 connection.",
    ]);
  });

  it("is data with --json", () => {
    const terminal = recordTerminal("--json");
    printDeployReceipt(done, terminal);
    expect(JSON.parse(terminal.printed.join("\n"))).toMatchObject({
      run: brokenRun.id,
      doors: receipt.doors,
      bystanders: 14,
      access: { superuser: "admin", apiToken: expect.stringContaining("ssh ") },
      costs: { roundTrips: 9, connections: 1 },
    });
  });
});

describe("costs", () => {
  it.each([
    [{ roundTrips: 1, connections: 1 }, "1 round trip over 1 connection"],
    [{ roundTrips: 4, connections: 2 }, "4 round trips over 2 connections"],
    [{ roundTrips: 2, connections: 0 }, "2 round trips"],
  ])("of %j", (costs, text) => {
    expect(describeCosts(costs)).toBe(text);
  });
});

describe("neighbours", () => {
  it("that changed are named, with what became of them", () => {
    const changes = [{ name: "multipass-kong", changes: ["restarted"], mayBeOurs: false }];
    expect(() => {
      assertUnchanged(changes, "All 3 changes were made.");
    }).toThrow("1 container that is not ours changed meanwhile\n  multipass-kong: restarted");
    expect(() => {
      assertUnchanged([], "All 3 changes were made.");
    }).not.toThrow();
  });
});

describe("a status", () => {
  const status = {
    containers: ownContainers,
    isHealthy: true,
    bystanders: 14,
    lastRun: { ...brokenRun, result: "done", activeStep: undefined },
    unfinished: undefined,
    memoryUsedBytes: 6_040_000_000,
  };

  it("shows our containers, the neighbours' number and the last run", () => {
    const [head, table, ...rest] = describeStatus(status, exampleTarget);
    expect(head).toBe(`NetBox on ${exampleTarget}: healthy`);
    expect(table).toMatch(/netbox-postgres .* running .* healthy/);
    expect(rest).toEqual([
      "14 containers that are not ours; the host uses 6.0 GB of memory.",
      `Last run: deploy by alice@laptop, ${brokenRun.at} (${brokenRun.id}): done.`,
    ]);
  });

  it("tells a host without NetBox, and a run that did not end", () => {
    const lines = describeStatus(
      { ...status, containers: [], isHealthy: false, lastRun: brokenRun, unfinished: brokenRun },
      exampleTarget,
    );
    expect(lines[0]).toBe(`NetBox on ${exampleTarget}: not deployed`);
    expect(lines.join("\n")).toContain("A run did not end");
    expect(lines.at(-1)).toContain("`multipass-netbox rollback` takes it back");
  });
});
