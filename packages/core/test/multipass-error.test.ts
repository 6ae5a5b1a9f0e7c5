import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { isMultipassError, MultipassError, Secret } from "@multipass-netbox/core";

describe("MultipassError", () => {
  it("is known by its brand, not by its class", () => {
    const foreign = Object.assign(new Error("x"), {
      [Symbol.for("multipass-netbox.error")]: true,
    });
    expect(isMultipassError(new MultipassError("USAGE", "x"))).toBe(true);
    expect(isMultipassError(foreign)).toBe(true);
    expect(isMultipassError(new Error("x"))).toBe(false);
    expect(isMultipassError(null)).toBe(false);
  });

  it("keeps code, hint and cause", () => {
    const cause = new Error("below");
    const error = new MultipassError("NOT_READY", "above", { hint: "wait", cause });
    expect(error).toMatchObject({ code: "NOT_READY", message: "above", hint: "wait", cause });
  });
});

describe("Secret", () => {
  const secret = new Secret("hunter2");

  it.each([
    ["as a string", String(secret)],
    ["as JSON", JSON.stringify({ secret })],
    ["inspected", inspect({ secret }, { depth: 9, showHidden: true })],
    ["in an error", inspect(new MultipassError("USAGE", `token ${String(secret)}`))],
  ])("does not show %s", (_way, shown) => {
    expect(shown).toContain("[redacted]");
    expect(shown).not.toContain("hunter2");
  });

  it("reveals its value on demand only", () => {
    expect(secret.reveal()).toBe("hunter2");
    expect(Object.keys(secret)).toEqual([]);
  });
});
