import { expect, test } from "vitest";
import { splitLines } from "../src/split-lines.ts";

function split(pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  pieces.forEach((piece) => splitter.add(piece));
  splitter.end();
  return lines;
}

test.each([
  [["a\nb\n"], ["a", "b"]],
  [
    ["a", "b\n\n", "c"],
    ["ab", "", "c"],
  ],
  [[""], []],
  [["\n"], [""]],
])("%j are the lines %j", (pieces, lines) => {
  expect(split(pieces)).toEqual(lines);
});

test("a line without an end comes in pieces", () => {
  const piece = "x".repeat(1_000_000);
  const lines = split([piece, piece, piece]);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe(piece.repeat(3));
});
