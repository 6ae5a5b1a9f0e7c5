import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildPlan } from "@multipass-netbox/core";
import type { HostOperation } from "@multipass-netbox/deployer";
import { checkSavedPlan, savePlan } from "../src/saved-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-saved-plan-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = join(folder, "plan.json");
const command = "multipass-netbox deploy --plan";

const write = (after: string): HostOperation => ({
  action: "create",
  kind: "file",
  key: "env/netbox.env",
  mode: 0o644,
  before: undefined,
  after,
});
const planFor = (target: string, operation: HostOperation) =>
  buildPlan(target, [{ level: 0, operation }]);

describe("a saved plan of a host", () => {
  it("is taken as long as it is the plan of this moment", async () => {
    await savePlan(file, planFor("a", write("one")));
    await expect(checkSavedPlan(file, planFor("a", write("one")), command)).resolves.toBe(
      undefined,
    );
  });

  it("is stale on another host", async () => {
    await savePlan(file, planFor("a", write("one")));
    await expect(checkSavedPlan(file, planFor("b", write("one")), command)).rejects.toMatchObject({
      code: "PLAN_STALE",
      message: `the plan in ${file} is for a`,
      hint: "This run is for b.",
    });
  });

  it("is stale with another content of a file, and names the command for a new one", async () => {
    await savePlan(file, planFor("a", write("one")));
    await expect(checkSavedPlan(file, planFor("a", write("two")), command)).rejects.toMatchObject({
      code: "PLAN_STALE",
      message: expect.stringContaining("the same objects, with other values"),
      hint: expect.stringContaining(command),
    });
  });

  it("is no plan when the file is something else", async () => {
    writeFileSync(file, "{}");
    expect(readFileSync(file, "utf8")).toBe("{}");
    await expect(checkSavedPlan(file, planFor("a", write("one")), command)).rejects.toMatchObject({
      code: "USAGE",
      hint: `${command} --save-plan FILE writes one.`,
    });
  });
});
