import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runExample } from "./readme-example.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

test("the README's code is the code that is run as a test, line by line", async () => {
  const example = linesOf(await read("readme-example.ts"));
  const shown = [...(await read("../README.md")).matchAll(/^```ts\n(.*?)^```$/gms)].flatMap(
    ([, code = ""]) => linesOf(code),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((line) => !example.includes(line))).toEqual([]);
});

test("it works on this machine", async () => {
  await using folder = await makeTemporaryFolder();
  expect(await runExample(folder.path)).toEqual([
    "Linux\n",
    "stdout: TIME_ZONE=Europe/Paris",
    "held",
    "8080",
  ]);
});

function linesOf(code: string): readonly string[] {
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
