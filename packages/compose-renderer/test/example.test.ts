import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderDefault } from "./render-default.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "compose");

describe("compose/", () => {
  // After a change: npm run cli -- render --out compose
  it("is what the defaults are rendered to, and nothing else", () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")] as const);
    const rendered = renderDefault().files.map(({ path, content }) => [path, content] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(rendered));
    expect(found).toHaveLength(rendered.length);
  });

  it.each(renderDefault().files)("has $path with its mode", ({ path, mode }) => {
    expect(statSync(join(folder, path)).mode & 0o100).toBe(mode & 0o100);
  });
});
