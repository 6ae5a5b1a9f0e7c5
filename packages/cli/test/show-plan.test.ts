import { describe, expect, it } from "vitest";
import { buildPlan, type Operation } from "@multipass-netbox/core";
import { describeHostOperation, type HostOperation } from "@multipass-netbox/deployer";
import { countActions, renderPlan, showPlan } from "../src/show-plan.ts";
import { recordTerminal, show } from "./record-terminal.ts";

const target = "r2d2helm@192.168.1.161 SHA256:abc";

function planOf(...operations: readonly HostOperation[]) {
  return buildPlan(
    target,
    operations.map((operation, level) => ({ level, operation })),
  );
}

const image = "netboxcommunity/netbox:v4.5.2-4.0.0";
const before = "one\ntwo\nthree\n";

const changes = planOf(
  { action: "pull", kind: "image", key: image },
  { action: "create", kind: "secret", key: "secret_key", length: 60, template: "{value}" },
  {
    action: "update",
    kind: "file",
    key: "env/netbox.env",
    mode: 0o644,
    before,
    after: "one\n2\nthree\n",
  },
  { action: "recreate", kind: "container", key: "netbox", image, reason: "its image changes" },
  { action: "delete", kind: "volume", key: "netbox-media" },
);

const lines = (plan = changes, remarks?: readonly string[]): readonly string[] =>
  renderPlan({ plan, describe: describeHostOperation, ...(remarks && { remarks }) }).map(show);

describe("a plan for a host", () => {
  it("begins with its target, marks what is done, and ends with its size and remarks", () => {
    expect(lines(changes, ["14 containers that are not ours were seen."])).toEqual([
      `Plan for ${target}`,
      "",
      `  <green>+</green> pull image ${image}`,
      "  <green>+</green> create secret secret_key (made on the host)",
      "  <yellow>~</yellow> update file env/netbox.env (644)",
      "     one",
      "    <red>-two</red>",
      "    <green>+2</green>",
      "     three",
      "  <yellow>~</yellow> recreate container netbox: its image changes",
      "  <red>-</red> delete volume netbox-media",
      "",
      "1 to pull, 1 to create, 1 to update, 1 to recreate, 1 to delete.",
      "14 containers that are not ours were seen.",
    ]);
  });

  it("says so when there is nothing in it", () => {
    expect(lines(planOf())).toEqual([`Plan for ${target}`, "", "Nothing to change."]);
  });

  it("can't be forged by what a file holds", () => {
    const after = "one\n\u001B[2Jtwo\r- delete volume x\nthree\n";
    const shown = lines(
      planOf({ action: "update", kind: "file", key: "a", mode: 0o644, before, after }),
    ).join("\n");
    expect(shown).not.toContain("\u001B");
    expect(shown).not.toContain("\r");
    expect(shown).toContain("+\u{FFFD}[2Jtwo\u{FFFD}- delete volume x");
  });
});

describe("showPlan", () => {
  const whenEmpty = "Nothing to do: all is there.";
  const printed = (input: object, ...argv: readonly string[]) => {
    const terminal = recordTerminal(...argv);
    showPlan<Operation>({ plan: planOf(), describe: () => [], ...input }, whenEmpty, terminal);
    return terminal.printed;
  };

  it("says of an empty plan what it means, and what is worth knowing", () => {
    expect(printed({ remarks: ["1 round trip."] })).toEqual([whenEmpty, "1 round trip."]);
  });

  it("shows an empty plan where something is to be done nevertheless", () => {
    expect(printed({ isDue: true })).toContain(`Plan for ${target}`);
  });

  it("puts details beside the plan as data", () => {
    const [json = ""] = printed({ details: { bystanders: ["multipass-kong"] } }, "--json");
    expect(JSON.parse(json)).toEqual({
      plan: { target, levels: [] },
      bystanders: ["multipass-kong"],
    });
  });
});

describe("countActions", () => {
  it("counts by what is done, in order", () => {
    expect(countActions(changes.levels.flat())).toMatch(/^1 to pull, 1 to create/);
    expect(countActions([])).toBe("nothing to change");
  });
});
