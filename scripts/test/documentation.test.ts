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

describe("the table of behaviours in docs/compatibility.md", () => {
  const rows = [...read("docs", "compatibility.md").matchAll(/^\|(.*)\|$/gm)]
    .map(([, row = ""]) => row.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === 4);
  const [header, _line, ...behaviours] = rows;

  it("has a column for each minor version", () => {
    expect(header).toEqual(["behaviour", "4.5.2", "4.6", "4.7.3"]);
    expect(behaviours.length).toBeGreaterThan(20);
  });

  it.each(behaviours)("%s: names a test in each cell of a version that was tried", (...cells) => {
    const [, older = "", between, newer = ""] = cells;
    expect(older).toMatch(/test\/[-a-z0-9.]+\.test\.ts`$/);
    expect(newer).toMatch(/test\/[-a-z0-9.]+\.test\.ts`$/);
    expect(between).toMatch(/; from the release notes, not run$/);
  });

  it("has a row for everything that the client decides by the version", () => {
    const source = read("packages", "netbox-client", "src", "behaviours.ts");
    const names = [...source.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name = ""]) => name);
    const named = behaviours.flatMap(([name = ""]) => /\(`(\w+)`\)$/.exec(name)?.[1] ?? []);
    expect(named.toSorted()).toEqual(names.toSorted());
  });
});

describe("decisions", () => {
  it("are numbered without a gap, and each begins with its number", () => {
    const names = readdirSync(join(root, "docs", "decisions")).toSorted();
    const headings = names.map((name) => read("docs", "decisions", name).split(" ", 2).join(" "));
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(
      names.map((_, index) => index + 1),
    );
    expect(headings).toEqual(names.map((_, index) => `# ${index + 1}.`));
  });
});

describe("every package", () => {
  it.each(readdirSync(join(root, "packages")))("%s has a README", (name) => {
    expect(read("packages", name, "README.md").length).toBeGreaterThan(200);
  });
});
