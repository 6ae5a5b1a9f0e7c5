import { describe, expect, it } from "vitest";
import {
  applyPlan,
  buildPlan,
  type Executor,
  isComplete,
  type JournalEntry,
  type Operation,
  summarizeJournal,
} from "@multipass-netbox/core";

const make = (key: string): Operation => ({ action: "create", kind: "tag", key });
const plan = buildPlan("here", [
  { level: 0, operation: make("a") },
  { level: 1, operation: make("b") },
  { level: 1, operation: make("c") },
  { level: 2, operation: make("d") },
]);

const succeed: Executor<Operation> = (operations, reporter) => {
  reporter.intend(operations);
  for (const operation of operations) {
    reporter.settle(operation, { status: "done" });
  }
  return Promise.resolve();
};

/** Applies and keeps the journal. */
async function applyWith(execute: Executor<Operation>, signal?: AbortSignal) {
  const entries: JournalEntry[] = [];
  const journal = { append: (entry: JournalEntry) => void entries.push(entry) };
  return { entries, ...(await applyPlan(plan, { execute, journal, signal })) };
}

describe("applyPlan", () => {
  it("works through all levels and says what was done", async () => {
    const levels: string[] = [];
    const { receipt, failure } = await applyWith(async (operations, ...rest) => {
      levels.push(operations.map(({ key }) => key).join(""));
      await succeed(operations, ...rest);
    });
    expect(levels).toEqual(["a", "bc", "d"]);
    expect(failure).toBeUndefined();
    expect(isComplete(receipt)).toBe(true);
    expect(receipt.done.map(({ operation }) => operation)).toEqual(
      ["a", "b", "c", "d"].map((key) => `create tag ${key}`),
    );
  });

  it("stops at the first failure and tells done, failed, unknown and not attempted apart", async () => {
    const broken = new Error("broken");
    const { receipt, failure } = await applyWith(async (operations, reporter, signal) => {
      const [first] = operations as [Operation];
      if (first.key !== "b") {
        await succeed(operations, reporter, signal);
        return;
      }
      reporter.intend(operations);
      reporter.settle(first, { status: "failed", message: "no" });
      throw broken;
    });
    expect(failure).toBe(broken);
    expect(receipt).toEqual({
      target: "here",
      done: [{ type: "outcome", operation: "create tag a", status: "done" }],
      failed: [{ type: "outcome", operation: "create tag b", status: "failed", message: "no" }],
      unknown: ["create tag c"],
      notAttempted: ["create tag d"],
    });
    expect(isComplete(receipt)).toBe(false);
  });

  it("starts no further level once it is told to stop", async () => {
    const controller = new AbortController();
    const { receipt, failure } = await applyWith(async (operations, ...rest) => {
      await succeed(operations, ...rest);
      controller.abort();
    }, controller.signal);
    expect(failure).toHaveProperty("name", "AbortError");
    expect(receipt.done).toHaveLength(1);
    expect(receipt.notAttempted).toHaveLength(3);
  });

  it("writes the intent before the effect, so that a journal that breaks off still tells", async () => {
    const { entries } = await applyWith(succeed);
    const cut = entries.slice(0, 4);
    expect(cut.map(({ type }) => type)).toEqual(["begin", "intent", "outcome", "intent"]);
    expect(summarizeJournal(cut)).toMatchObject({
      done: [{ operation: "create tag a" }],
      unknown: ["create tag b", "create tag c"],
      notAttempted: ["create tag d"],
    });
  });
});
