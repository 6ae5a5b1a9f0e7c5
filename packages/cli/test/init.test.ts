import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runInit } from "../src/init.ts";
import { loadConfig } from "../src/load-config.ts";
import { openTerminal } from "../src/open-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-init-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Takes the # away from one part of what `init` writes. */
function uncomment(text: string, part: string): string {
  const lines = text.split("\n");
  const begin = lines.indexOf(`# ${part}:`);
  const length = lines.slice(begin + 1).findIndex((line) => !line.startsWith("#   "));
  return lines
    .slice(begin, begin + 1 + length)
    .map((line) => line.slice(2))
    .join("\n");
}

it("shows the defaults of stack and public, and a host that is taken", async () => {
  const terminal = { ...openTerminal([]), print: () => undefined };
  await runInit(folder, terminal);
  const file = join(folder, "multipass-netbox.yaml");
  const written = readFileSync(file, "utf8");
  const { config } = await loadConfig(file);

  const parts = ["stack", "public", "host"].map((part) => uncomment(written, part));
  writeFileSync(file, parts.join("\n").replace("SHA256:…", `SHA256:${"A".repeat(43)}`));
  const { config: shown } = await loadConfig(file);

  expect(shown.stack).toEqual(config.stack);
  expect(shown.public).toEqual(config.public);
  expect(shown.host).toMatchObject({ directory: "/opt/multipass/docker/netbox" });
  expect(parts[0]).toContain("memory:");
});
