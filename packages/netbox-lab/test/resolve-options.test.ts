import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRoot } from "../src/database-user.ts";
import { resolveOptions } from "../src/resolve-options.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "netbox-lab-"));
});
afterAll(async () => rm(folder, { recursive: true }));

describe("resolveOptions", () => {
  test("fills in the defaults and makes the folder", async () => {
    await chmod(folder, 0o755);
    const cacheFolder = join(folder, "a", "b");
    expect(await resolveOptions({ cacheFolder })).toEqual({
      version: "4.7.3",
      port: 0,
      worker: false,
      cacheFolder,
    });
  });

  test.each([-1, 1.5, 65_536])("refuses port %d", async (port) => {
    await expect(resolveOptions({ port })).rejects.toMatchObject({ code: "USAGE" });
  });

  test("refuses a version it does not know", async () => {
    const options = { version: "4.5.2" as "4.7.3" };
    await expect(resolveOptions(options)).rejects.toThrow("no lab of NetBox 4.5.2; known: 4.7.3");
  });

  test.runIf(isRoot())("refuses a folder that nobody can't enter, for root", async () => {
    await mkdir(join(folder, "closed"), { mode: 0o700 });
    const cacheFolder = join(folder, "closed", "cache");
    await expect(resolveOptions({ cacheFolder })).rejects.toMatchObject({
      code: "LAB_PREREQUISITE",
      message: expect.stringContaining(`can't enter ${join(folder, "closed")}`) as string,
    });
  });
});
