import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("the README's example is the one that is run as a test", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const example = await readFile(new URL("readme-example.int.test.ts", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});
