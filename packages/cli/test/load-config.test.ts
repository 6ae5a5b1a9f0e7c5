import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadConfig } from "../src/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-config-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(text: string): string {
  const file = join(folder, "multipass-netbox.yaml");
  writeFileSync(file, text);
  return file;
}

describe("loadConfig", () => {
  it("gives the defaults for an empty file, and the folder that paths start from", async () => {
    await expect(loadConfig(write("# nothing\n"))).resolves.toMatchObject({
      config: { seed: "seed-data", stack: { network: "multipass-network" } },
      folder,
    });
  });

  it("refuses what it does not know, with the place and every problem", async () => {
    const file = write("netbox:\n  ulr: http://x\n  tokenFile: 5\nseeds: here\n");
    await expect(loadConfig(file)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: [
        "the configuration is wrong",
        `  ${file}:2:3  url: is missing`,
        `  ${file}:3:14  tokenFile: must be text; write it in quotes`,
        `  ${file}:2:3  unknown key "ulr"; did you mean "url"?`,
        `  ${file}:4:1  unknown key "seeds"; did you mean "seed"?`,
      ].join("\n"),
    });
  });

  it("refuses a file that was named and is not there", async () => {
    await expect(loadConfig(join(folder, "none.yaml"))).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      hint: expect.stringContaining("init"),
    });
  });
});
