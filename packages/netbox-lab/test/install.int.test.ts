import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultCacheFolder } from "../src/default-cache-folder.ts";
import { installNetBox } from "../src/install-netbox.ts";
import { readInstallation } from "../src/installation-marker.ts";
import { resolveOptions } from "../src/resolve-options.ts";

const cacheFolder = join(dirname(defaultCacheFolder()), `netbox-lab-test-${process.pid}`);

beforeAll(async () => mkdir(cacheFolder, { mode: 0o755, recursive: true }));
afterAll(async () => rm(cacheFolder, { recursive: true, force: true }));

test("an aborted installation leaves nothing and gives the reason", async () => {
  const abort = new AbortController();
  const options = await resolveOptions({
    cacheFolder,
    signal: abort.signal,
    onProgress: ({ id }) => {
      if (id === "packages") abort.abort(new Error("changed my mind"));
    },
  });
  await expect(installNetBox(options)).rejects.toThrow("changed my mind");
  expect(await readdir(join(cacheFolder, "versions"))).toEqual([]);
});

test("an installation killed in the middle is made anew, and noticed when it breaks", async () => {
  const installer = fileURLToPath(new URL("fixtures/installer.ts", import.meta.url));
  const child = spawn(process.execPath, [installer, cacheFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await sleep(3000);
  child.kill("SIGKILL");
  await once(child, "exit");
  const [half = ""] = await readdir(join(cacheFolder, "versions"));
  expect(await readInstallation(join(cacheFolder, "versions", half))).toBeUndefined();

  const begun: string[] = [];
  const options = await resolveOptions({
    cacheFolder,
    onProgress: ({ id, state }) => begun.push(`${id} ${state}`),
  });
  const [installation, same] = await Promise.all([installNetBox(options), installNetBox(options)]);
  expect(same).toEqual(installation);
  expect(begun.filter((step) => step === "packages begun")).toHaveLength(1);
  await execa(installation.valkey, ["--version"]);
  await execa(installation.python, ["-c", "import netbox, gunicorn"]);

  const { folder, postgres, python, sitePackages } = installation;
  for (const part of [postgres, python, join(sitePackages, "django")]) {
    await rename(part, `${part}.away`);
    expect(await readInstallation(folder)).toBeUndefined();
    await rename(`${part}.away`, part);
    expect(await readInstallation(folder)).toEqual(installation);
  }
});
