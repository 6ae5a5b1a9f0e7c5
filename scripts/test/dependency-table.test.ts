import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  const text = readFileSync(join(root, "packages", folder, "package.json"), "utf8");
  return JSON.parse(text) as Manifest;
}

/** The table of docs/architecture.md: package to the packages it may import. */
function readTable(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync(join(root, "docs", "architecture.md"), "utf8");
  const rows = page.matchAll(/^\| `(?<name>[-a-z]+)` *\|[^|]*\|(?<imports>[^|]*)\|$/gm);
  return new Map(
    [...rows].map(({ groups = {} }) => [
      groups["name"] ?? "",
      [...(groups["imports"] ?? "").matchAll(/`([-a-z]+)`/g)].map(([, found = ""]) => found),
    ]),
  );
}

function ownOf(dependencies: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith("@multipass-netbox/"))
    .map((name) => name.replace("@multipass-netbox/", ""));
}

const table = readTable();
const folders = readdirSync(join(root, "packages"));

describe("the table of packages in docs/architecture.md", () => {
  it("has a row for each package and no other", () => {
    expect([...table.keys()].toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)("holds %s to it", (folder) => {
    expect(ownOf(readManifest(folder).dependencies).toSorted()).toEqual(
      table.get(folder)?.toSorted(),
    );
  });

  it.each(folders)("lets %s use nothing more than testkit in its tests", (folder) => {
    expect(
      ownOf(readManifest(folder).devDependencies).filter((name) => name !== "testkit"),
    ).toEqual([]);
  });
});
