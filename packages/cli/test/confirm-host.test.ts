import { describe, expect, it } from "vitest";
import { buildPlan, type Operation } from "@multipass-netbox/core";
import { confirmHost } from "../src/confirm-host.ts";
import { recordTerminal } from "./record-terminal.ts";

const operation = { action: "delete", kind: "volume", key: "netbox-postgres-data" };
const grave = {
  plan: buildPlan<Operation>("host", [{ level: 0, operation }]),
  describe: ({ key }: Operation) => [key],
  hostname: "r2d2automaker",
};

describe("confirmHost", () => {
  it("takes the name of the host that --confirm gives, and shows the plan", async () => {
    const terminal = recordTerminal();
    await expect(confirmHost(grave, { confirm: "r2d2automaker" }, terminal)).resolves.toBe(true);
    expect(terminal.noted.join("\n")).toContain("netbox-postgres-data");
  });

  it("refuses another name", async () => {
    await expect(confirmHost(grave, { confirm: "r2d2" }, recordTerminal())).rejects.toMatchObject({
      code: "USAGE",
      message: "the host's name is r2d2automaker, not r2d2",
    });
  });

  it.each([[[]], [["--json"]]])("names --confirm where nobody can be asked %j", async (argv) => {
    await expect(confirmHost(grave, {}, recordTerminal(...argv))).rejects.toMatchObject({
      code: "USAGE",
      hint: expect.stringContaining("--confirm r2d2automaker"),
    });
  });

  it("shows nothing of the plan with --json", async () => {
    const terminal = recordTerminal("--json");
    await confirmHost(grave, { confirm: "r2d2automaker" }, terminal);
    expect(terminal.noted).toEqual([]);
  });
});
