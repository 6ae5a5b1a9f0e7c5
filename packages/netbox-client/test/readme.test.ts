import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { resources } from "../src/index.ts";

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

test("the README's code is the code that is run as a test, line by line", async () => {
  const readme = await read("../README.md");
  const example = linesOf(await read("readme-example.ts"));
  const shown = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].flatMap(([, code = ""]) =>
    linesOf(code),
  );

  expect(shown.length).toBeGreaterThan(20);
  let place = 0;
  for (const line of shown) {
    place = example.indexOf(line, place) + 1;
    expect(place, `not in the example, or not at its place: ${line}`).toBeGreaterThan(0);
  }
});

test("the README names every kind that has types", async () => {
  const readme = await read("../README.md");

  expect(Object.keys(resources).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

function linesOf(code: string): readonly string[] {
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
