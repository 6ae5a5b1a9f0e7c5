import { expect, test } from "vitest";
import { labPathsAt } from "../src/lab-paths.ts";

// The longest name of a socket is `/database/.s.PGSQL.5432`, 23 bytes of the 107.
test("a folder of 84 bytes is the longest", () => {
  const longest = `/${"a".repeat(83)}`;
  expect(labPathsAt(longest).databaseFolder).toBe(`${longest}/database`);
  expect(() => labPathsAt(`${longest}a`)).toThrow(/is 1 bytes longer than the system allows/u);
});

test("bytes count, not characters", () => {
  expect(() => labPathsAt(`/${"ü".repeat(43)}`)).toThrow(
    expect.objectContaining({ code: "LAB_PREREQUISITE", hint: "Choose a shorter cache folder." }),
  );
});
