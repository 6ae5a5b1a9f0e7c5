import { describe, expect, it } from "vitest";
import { buildPlan } from "@multipass-netbox/core";
import {
  type HostObservation,
  layoutOf,
  type PlannedOnHost,
  type PlannedRollback,
} from "@multipass-netbox/deployer";
import { createRecordingRunner } from "@multipass-netbox/remote";
import { createDeployChange } from "../src/deploy-change.ts";
import type { HostChangeOptions } from "../src/deploy-options.ts";
import { createDestroyChange } from "../src/destroy-change.ts";
import type { HostChange } from "../src/host-change.ts";
import { createHostTask } from "../src/host-task.ts";
import type { DeploymentSession } from "../src/open-deployment.ts";
import { createRollbackChange } from "../src/rollback-change.ts";
import { runChanges } from "../src/run-changes.ts";
import {
  brokenRun,
  emptyHost,
  exampleBackup,
  exampleHost,
  exampleStack,
  exampleTarget,
} from "./example-host.ts";
import { printHost } from "./print-host.ts";
import { recordTerminal } from "./record-terminal.ts";

/** A session with a host that looks like this, each time; other commands do nothing. */
function openSession(host: HostObservation) {
  const runner = createRecordingRunner(
    ({ stdin }) => ({ stdout: String(stdin).includes("section runs") ? printHost(host) : "" }),
    { target: exampleTarget },
  );
  const session: DeploymentSession = {
    host: { ssh: "r2d2helm@192.168.1.161", directory: exampleStack.directory },
    deployment: {
      runner,
      stack: exampleStack,
      renderStack: () => exampleStack,
      layout: layoutOf(exampleStack.directory),
      who: "bob@desk",
      command: "deploy",
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return { session, runner };
}

type Opened = ReturnType<typeof openSession>;

async function change<P extends PlannedOnHost, R>(
  { session: { deployment } }: Opened,
  wanted: HostChange<P, R>,
  given: Partial<HostChangeOptions> & { readonly argv?: readonly string[] } = {},
) {
  const { argv = [], ...rest } = given;
  const options: HostChangeOptions = { color: false, logFormat: "text", ...rest };
  const terminal = recordTerminal(...argv);
  const task = createHostTask({ deployment, terminal }, wanted, options);
  const error: unknown = await runChanges(task, { options, isDry: false }, terminal).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, terminal };
}

const unfinished: HostObservation = {
  ...exampleHost,
  runs: [{ record: brokenRun, receipt: undefined, activeStep: "up" }],
};

describe("deploy", () => {
  it("does nothing where nothing is to be done: one look, no lock", async () => {
    const opened = openSession(exampleHost);
    const { terminal, error } = await change(opened, createDeployChange(opened.session));
    expect(error).toBeUndefined();
    expect(terminal.exitCode).toBe(0);
    expect(terminal.printed[0]).toBe(
      "Nothing to do: NetBox is as the configuration says on r2d2helm@192.168.1.161.",
    );
    expect(terminal.printed[1]).toBe("2 containers that are not ours were seen.");
    expect(terminal.printed.at(-1)).toBe("1 round trip.");
    expect(opened.runner.commands).toHaveLength(1);
  });

  it("says the same as data", async () => {
    const opened = openSession(exampleHost);
    const wanted = createDeployChange(opened.session);
    const { terminal } = await change(opened, wanted, { argv: ["--json"] });
    expect(JSON.parse(terminal.printed.join(""))).toMatchObject({
      plan: { target: exampleTarget },
      bystanders: ["multipass-kong", "multipass-redis"],
      costs: { roundTrips: 1 },
    });
  });

  it("shows what it would do to an empty host, and does none of it", async () => {
    const opened = openSession(emptyHost);
    const wanted = createDeployChange(opened.session);
    const { terminal } = await change(opened, wanted, { plan: true });
    expect(terminal.exitCode).toBe(2);
    expect(terminal.printed).toEqual(
      expect.arrayContaining([
        `Plan for ${exampleTarget}`,
        "  <green>+</green> create folder /opt/multipass/docker/netbox (with sudo)",
        "  <green>+</green> pull image netboxcommunity/netbox:v4.5.2-4.0.0",
        "  <green>+</green> create container netbox: it is not there",
        "2 containers that are not ours were seen.",
      ]),
    );
    expect(opened.runner.commands).toHaveLength(1);
  });

  it("waits for a step that an earlier run left at work, then looks again", async () => {
    const opened = openSession(unfinished);
    const { error } = await change(opened, createDeployChange(opened.session));
    // The run has no end, so there is something to do, and nobody to ask.
    expect(error).toMatchObject({ code: "USAGE" });
    const scripts = opened.runner.commands.map(({ stdin }) => String(stdin));
    expect(scripts).toHaveLength(3);
    expect(scripts[1]).toContain(`${brokenRun.id}/up`);
    expect(scripts[2]).toBe(scripts[0]);
  });

  it("only tells of such a step with --plan", async () => {
    const opened = openSession(unfinished);
    const wanted = createDeployChange(opened.session);
    const { terminal } = await change(opened, wanted, { plan: true });
    expect(terminal.exitCode).toBe(2);
    expect(terminal.printed).toContain("Its step up is still at work on the host.");
    expect(opened.runner.commands).toHaveLength(1);
  });
});

describe("a host that somebody else works on", () => {
  const lockHolder = { who: "alice@laptop", why: "deploy", since: brokenRun.at };
  const busy: HostObservation = { ...unfinished, lockHolder };

  it("is not waited for, and nothing is done", async () => {
    const opened = openSession(busy);
    const { error } = await change(opened, createDeployChange(opened.session), { yes: true });
    expect(error).toMatchObject({
      code: "LOCK_HELD",
      message: expect.stringContaining("alice@laptop"),
    });
    expect(opened.runner.commands).toHaveLength(1);
  });

  it("may be looked at, and that is told", async () => {
    const opened = openSession(busy);
    const wanted = createDeployChange(opened.session);
    const { terminal } = await change(opened, wanted, { plan: true });
    expect(terminal.printed.join("\n")).toContain("alice@laptop is at work on it since");
  });
});

describe("destroy", () => {
  const extent = { backup: true, color: false, logFormat: "text" } as const;

  it("does not take --yes for the name of the host", async () => {
    const opened = openSession(exampleHost);
    const wanted = createDestroyChange(opened.session, extent);
    const { error, terminal } = await change(opened, wanted, { yes: true });
    expect(error).toMatchObject({
      code: "USAGE",
      hint: expect.stringContaining("--confirm r2d2automaker"),
    });
    expect(terminal.noted).toContain("  <red>-</red> delete container netbox: it is ours");
    expect(opened.runner.commands).toHaveLength(1);
  });

  it("has nothing to do on a host without NetBox", async () => {
    const opened = openSession(emptyHost);
    const { terminal } = await change(opened, createDestroyChange(opened.session, extent));
    expect(terminal.printed[0]).toBe(
      "Nothing to do: nothing of ours is on r2d2helm@192.168.1.161.",
    );
  });

  it("says what goes with --delete-data", async () => {
    const opened = openSession(exampleHost);
    const wanted = createDestroyChange(opened.session, { ...extent, deleteData: true });
    const { terminal } = await change(opened, wanted, { plan: true });
    expect(terminal.exitCode).toBe(2);
    expect(terminal.printed.join("\n")).toContain("delete volume netbox-postgres-data");
    expect(terminal.printed).toContain("Backups and the records of runs stay on the host.");
  });
});

/** An upgrade to be taken back, with what goes with the newer database. */
function planRestoring(changes: number | undefined, accounts: boolean): PlannedRollback {
  return {
    plan: buildPlan(exampleTarget, []),
    observation: exampleHost,
    takesBack: { ...brokenRun, result: "done" },
    removesData: false,
    restores: {
      backup: exampleBackup,
      losses: { changes, descends: true, newest: undefined, accounts },
      problems: [],
    },
  };
}

describe("rollback", () => {
  it.each([
    [0, false, false],
    [3, false, true],
    [0, true, true],
    [undefined, false, true],
  ])("with %j changes lost, accounts changed %j, wants the name: %j", (changes, accounts, name) => {
    const wanted = createRollbackChange(openSession(exampleHost).session, undefined);
    expect(wanted.wantsName?.(planRestoring(changes, accounts))).toBe(name);
  });

  it("has nothing to take back where nothing was deployed", async () => {
    const opened = openSession(emptyHost);
    const { error } = await change(opened, createRollbackChange(opened.session, undefined));
    expect(error).toMatchObject({ code: "USAGE" });
  });

  it("shows which run it takes back, and how that ended", async () => {
    const opened = openSession(unfinished);
    const wanted = createRollbackChange(opened.session, brokenRun.id);
    const { terminal } = await change(opened, wanted, { plan: true });
    expect(terminal.exitCode).toBe(2);
    expect(terminal.printed.join("\n")).toContain(
      `Takes back deploy by alice@laptop, ${brokenRun.at} (${brokenRun.id}): it did not end.`,
    );
  });
});
