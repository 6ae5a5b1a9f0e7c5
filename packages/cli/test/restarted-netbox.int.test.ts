import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { downLab, type KeptLab, upLab } from "@multipass-netbox/netbox-lab";
import { execa } from "execa";
import { afterAll, expect, it } from "vitest";
import { runSeedCommand } from "./run-seed-command.ts";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const name = `restarted-${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-restarted-"));

afterAll(async () => {
  await downLab({ name, deleteData: true });
  rmSync(folder, { recursive: true });
});

it("a NetBox that goes away in the middle is told, and the next run goes on where it was", async () => {
  writeFileSync(join(folder, "multipass-netbox.yaml"), "seed: seed.yaml\n");
  writeFileSync(join(folder, "seed.yaml"), describeMany());
  const lab = await upLab({ name });
  const run = execa(process.execPath, [main, "seed", "--yes", "--verbose"], {
    cwd: folder,
    reject: false,
    env: environmentOf(lab),
  });
  await new Promise<void>((resolve) => {
    run.stderr.on("data", (chunk: Buffer) => {
      if (/Write to .*create service/.test(String(chunk))) {
        resolve();
      }
    });
  });
  await downLab({ name });
  const { exitCode, stderr } = await run;
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/error\[NETBOX_(UNREACHABLE|SERVER)\]/);
  expect(stderr).toMatch(/hint: [^]*\d+ done, .* not attempted/);

  const again = await upLab({ name });
  const real = { url: again.url, token: again.token.reveal() };
  const second = await runSeedCommand(folder, real, ["--yes"]);
  expect(second).toMatchObject({ exitCode: 0 });
  expect((await runSeedCommand(folder, real, ["plan"])).stdout).toContain("Nothing to do");
  await using netbox = createNetBoxClient(real);
  expect(await netbox.services.count()).toBe(400);
});

function environmentOf({ url, token }: KeptLab): Readonly<Record<string, string>> {
  return { NETBOX_URL: url, NETBOX_TOKEN: token.reveal(), XDG_STATE_HOME: folder };
}

function describeMany(): string {
  const services = Array.from(
    { length: 400 },
    (_, index) => `  - { device: vm, name: s${index}, ports: [${1000 + index}] }\n`,
  );
  return `
manufacturers: [{ name: M, slug: m }]
device-types: [{ model: T, slug: t, manufacturer: m }]
device-roles: [{ name: R, slug: r }]
sites: [{ name: S, slug: s }]
devices: [{ name: vm, device_type: t, role: r, site: s }]
services:
${services.join("")}`;
}
