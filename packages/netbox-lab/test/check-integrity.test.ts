import { expect, test } from "vitest";
import { checkIntegrity } from "../src/check-integrity.ts";

const bytes = new TextEncoder().encode("hello");
const integrity = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

test("the right bytes pass", () => {
  expect(() => checkIntegrity("hello", bytes, integrity)).not.toThrow();
});

test("one other byte does not", () => {
  expect(() => checkIntegrity("hello", bytes.with(0, 0), integrity)).toThrow(
    expect.objectContaining({ code: "LAB_PREREQUISITE" }),
  );
});
