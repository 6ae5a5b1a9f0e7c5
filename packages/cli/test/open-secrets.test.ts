import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Plan, Secret } from "@multipass-netbox/core";
import type { SeedOperation } from "@multipass-netbox/seeder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSecrets } from "../src/open-secrets.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "multipass-netbox-secrets-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("files for tokens to come", () => {
  it("are there before anything is written, in a folder of the owner alone", async () => {
    await using secrets = await openSecrets(planTokens("new/deep/ada"), folder);
    const path = join(folder, "new", "deep", "ada");
    expect(readFileSync(path, "utf8")).toBe("");
    expect([path, join(folder, "new")].map(modeOf)).toEqual([0o600, 0o700]);

    await secrets.save("file:new/deep/ada", new Secret("nbt_one.two"));
    expect(readFileSync(path, "utf8")).toBe("nbt_one.two\n");
    expect(modeOf(path)).toBe(0o600);
  });

  it("go again where the run did not fill them", async () => {
    const secrets = await openSecrets(planTokens("ada", "bob"), folder);
    await secrets.save("file:bob", new Secret("nbt_one.two"));
    await secrets[Symbol.asyncDispose]();
    expect(readdirSync(folder)).toEqual(["bob"]);
  });

  it("are refused where two tokens name one, however they write it", async () => {
    await expect(openSecrets(planTokens("ada", "./x/../ada"), folder)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining(`${join(folder, "ada")} is the token_file of 2 tokens`),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are refused where one exists or can't be made, all at once, and none is left", async () => {
    writeFileSync(join(folder, "taken"), "theirs");
    await expect(
      openSecrets(planTokens("ada", "taken", "taken/below"), folder),
    ).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(/taken exists[^]*below can't be made/),
    });
    expect(existsSync(join(folder, "ada"))).toBe(false);
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("theirs");
  });
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

function planTokens(...files: readonly string[]): Plan<SeedOperation> {
  const operations = files.map((file, index) => ({
    action: "create" as const,
    kind: "token" as const,
    key: `ada/${index}`,
    after: { user: "ada", description: String(index), token_file: `file:${file}` },
  }));
  return { target: "http://netbox.test", levels: [operations] };
}
