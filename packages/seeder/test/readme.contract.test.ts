import { readFile } from "node:fs/promises";
import { isComplete } from "@multipass-netbox/core";
import { expect, test } from "vitest";
import { runExample } from "./readme-example.ts";
import { openStandIn } from "./seeded-stand-in.ts";

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

test("the README's code is the code that is run as a test, line by line", async () => {
  const example = linesOf(await read("readme-example.ts"));
  const shown = [...(await read("../README.md")).matchAll(/^```ts\n(.*?)^```$/gms)]
    .flatMap(([, code = ""]) => linesOf(code))
    .filter((line) => !line.startsWith("import "));
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((line) => !example.includes(line))).toEqual([]);
});

test("it seeds a NetBox and writes it as seed files", async () => {
  await using lab = await openStandIn();
  const { receipt, failure, files, leftOut } = await runExample(lab.client, {
    append: () => undefined,
  });
  expect(failure).toBeUndefined();
  expect(isComplete(receipt)).toBe(true);
  expect(files.map(({ name }) => name)).toContain("devices.yaml");
  // Of a stand-in's first user.
  expect(leftOut.map(({ kind, key }) => `${kind} ${key}`)).toEqual(["token admin/"]);
});

function linesOf(code: string): readonly string[] {
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
