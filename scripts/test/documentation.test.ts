import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@multipass-netbox/core";

const root = join(import.meta.dirname, "..", "..");
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

describe("docs/errors.md", () => {
  it("has a heading for each code, in the order of the code, and no other", () => {
    const headings = [...read("docs", "errors.md").matchAll(/^## (\S+)$/gm)].map(
      ([, code]) => code,
    );
    expect(headings).toEqual([...errorCodes]);
  });
});

describe("files that the documentation names", () => {
  it.each(["architecture.md", "compatibility.md"])("in %s are there", (name) => {
    const paths = [
      ...read("docs", name).matchAll(/`([-a-z]+\/(?:src|test)\/[-a-z0-9/.]+\.ts)`/g),
    ].map(([, path = ""]) => (path.startsWith("scripts/") ? path : `packages/${path}`));
    expect(paths.length).toBeGreaterThan(4);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("every package", () => {
  it.each(readdirSync(join(root, "packages")))("%s has a README", (name) => {
    expect(read("packages", name, "README.md").length).toBeGreaterThan(200);
  });
});
