import { expect, test } from "vitest";
import { createBoundedText } from "../src/bounded-text.ts";

test("a text that fits is kept whole", () => {
  const text = createBoundedText(5);
  ["ab", "cd", "efg", "h"].forEach((piece) => text.add(piece));
  expect(String(text)).toBe("abcdefgh");
  expect(text.isCut).toBe(false);
});

test("of a longer one the end is kept, and it says so", () => {
  const text = createBoundedText(100);
  for (let index = 0; index < 1000; index += 1) {
    text.add(`${index} `);
  }
  const kept = String(text);
  expect(kept.length).toBeGreaterThanOrEqual(100);
  expect(kept.length).toBeLessThan(250);
  expect(kept.endsWith("998 999 ")).toBe(true);
  expect(text.isCut).toBe(true);
});
