import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadSeed } from "@multipass-netbox/seeder";

const base = mkdtempSync(join(tmpdir(), "multipass-netbox-seeds-"));
afterAll(() => {
  rmSync(base, { recursive: true });
});

let count = 0;

/** A folder with these files; gives the path of one of them, or its own. */
function write(files: Readonly<Record<string, string>>): (name?: string) => string {
  count += 1;
  const folder = join(base, String(count));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return (name = "") => join(folder, name);
}

function tenant(slug: string): string {
  return `tenants: [{ name: ${slug}, slug: ${slug} }]\n`;
}

async function tenantsOf(path: string): Promise<readonly string[]> {
  const { objects } = await loadSeed(path);
  return objects.filter(({ kind }) => kind === "tenant").map(({ key }) => key);
}

describe("a path of seed files", () => {
  it("is a folder, whose YAML files are read as one, by name", async () => {
    const at = write({
      "b.yaml": tenant("b"),
      "a.yml": tenant("a"),
      "notes.txt": "no YAML: [",
      ".hidden.yaml": "no YAML: [",
      "deeper/c.yaml": tenant("c"),
    });
    expect(await tenantsOf(at())).toEqual(["a", "b"]);
  });

  it("is one file", async () => {
    const at = write({ "a.yaml": tenant("a"), "b.yaml": tenant("b") });
    expect(await tenantsOf(at("b.yaml"))).toEqual(["b"]);
  });

  it.each([
    ["nowhere", /the seed folder .*nowhere can't be read/],
    ["nowhere.yaml", /the seed file .*nowhere\.yaml can't be read/],
    ["empty", /no YAML file in .*empty/],
  ])("is refused when it is %s", async (name, message) => {
    const at = write({ "empty/notes.txt": "" });
    await expect(loadSeed(at(name))).rejects.toMatchObject({
      code: "SEED_INVALID",
      message: expect.stringMatching(message),
    });
  });

  it("tells what is wrong with everything that is included", async () => {
    const at = write({
      "a.yaml": "include: [shared/one.yaml, b.yaml]\n",
      "shared/one.yaml": "tenant: []\n",
    });
    await expect(loadSeed(at("a.yaml"))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^2 problems.*\n.*a\.yaml:1:28 {2}include: there is no b\.yaml; did you mean "a\.yaml"\?\n.*shared.one\.yaml:1:1 {2}unknown key "tenant"; did you mean "tenants"\?$/,
      ),
    });
  });

  it("says of a folder where a file should be that it can't be read, beside all else", async () => {
    const at = write({ "folder.yaml/keep.txt": "", "a.yaml": "tenant: []\n" });
    await expect(loadSeed(at())).rejects.toMatchObject({
      message: expect.stringMatching(
        /^2 problems.*\n.*a\.yaml:1:1 {2}unknown key.*\n.*folder\.yaml:1:1 {2}can't be read: it is a folder$/,
      ),
    });
  });
});

describe("includes", () => {
  it("start from the file that includes, and take files and folders", async () => {
    const at = write({
      "sites/site.yaml": "include: [../shared/one.yaml, ../nets]\n",
      "shared/one.yaml": tenant("one"),
      "nets/a.yaml": `include: [deeper/b.yaml]\n${tenant("a")}`,
      "nets/deeper/b.yaml": tenant("b"),
      "nets/c.yml": tenant("c"),
    });
    expect(await tenantsOf(at("sites"))).toEqual(["one", "a", "b", "c"]);
  });

  it("load a file once, whoever includes it and by whatever name", async () => {
    const at = write({
      "a.yaml": "include: [b.yaml, ./b.yaml, deeper/../b.yaml, links/b.yaml]\n",
      "b.yaml": `include: [deeper/common.yaml]\n${tenant("b")}`,
      "c.yaml": "include: [deeper, deeper/common.yaml]\n",
      "deeper/common.yaml": tenant("common"),
      "links/keep.txt": "",
    });
    symlinkSync(at("b.yaml"), at("links/b.yaml"));
    expect(await tenantsOf(at())).toEqual(["b", "common"]);
  });
});
