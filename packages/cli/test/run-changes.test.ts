import { describe, expect, it } from "vitest";
import { buildPlan, type Operation } from "@multipass-netbox/core";
import type { ChangeTask } from "../src/change-task.ts";
import { runChanges } from "../src/run-changes.ts";
import { recordTerminal } from "./record-terminal.ts";

const operation = { action: "create", kind: "file", key: "a" };
const options = { color: false, logFormat: "text" } as const;

/** A task with one thing to do, or with nothing, that remembers whether it was done. */
function createTask(parts: Partial<ChangeTask<Operation>> = {}, operations = [operation]) {
  const applied: Operation[] = [];
  const task: ChangeTask<Operation> = {
    planCommand: "multipass-netbox deploy --plan",
    whenEmpty: "all is there",
    describe: ({ key }) => [key],
    plan: async () => ({
      plan: buildPlan(
        "host",
        operations.map((one) => ({ level: 0, operation: one })),
      ),
    }),
    apply: async ({ plan }) => {
      applied.push(...plan.levels.flat());
    },
    ...parts,
  };
  return { task, applied };
}

async function run({ task }: ReturnType<typeof createTask>, given: object = {}) {
  const terminal = recordTerminal();
  await runChanges(task, { options: { ...options, ...given }, isDry: false }, terminal);
  return terminal;
}

describe("runChanges", () => {
  it("only shows with --plan, and the exit code is 2", async () => {
    const made = createTask();
    const { exitCode, printed } = await run(made, { plan: true, yes: true });
    expect(exitCode).toBe(2);
    expect(printed.join("\n")).toContain("+</green> a");
    expect(made.applied).toEqual([]);
  });

  it("does nothing where nothing is to be done, without asking", async () => {
    const made = createTask({}, []);
    const { exitCode, printed } = await run(made);
    expect(exitCode).toBe(0);
    expect(printed).toEqual(["Nothing to do: all is there."]);
    expect(made.applied).toEqual([]);
  });

  it("does an empty plan that is due: a run without an end", async () => {
    let count = 0;
    const made = createTask({
      plan: async () => ({ plan: buildPlan("host", []), isDue: true }),
      apply: async () => {
        count += 1;
      },
    });
    expect((await run(made, { plan: true })).exitCode).toBe(2);
    await run(made, { yes: true });
    expect(count).toBe(1);
  });

  it("does what it showed with --yes", async () => {
    const made = createTask();
    const { exitCode, noted } = await run(made, { yes: true });
    expect(exitCode).toBe(0);
    expect(noted[0]).toBe("Plan for host");
    expect(made.applied).toEqual([operation]);
  });

  it("refuses to guess where nobody can be asked", async () => {
    const made = createTask();
    await expect(run(made)).rejects.toMatchObject({
      code: "USAGE",
      hint: expect.stringContaining("--yes"),
    });
    expect(made.applied).toEqual([]);
  });

  it("asks in the task's own words where it has some, and takes a no", async () => {
    const made = createTask({ confirm: async () => false });
    const { exitCode, noted } = await run(made, { yes: true });
    expect(exitCode).toBe(130);
    expect(noted).toEqual(["Nothing was changed."]);
    expect(made.applied).toEqual([]);
  });
});
