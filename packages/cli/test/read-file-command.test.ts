import { execa } from "execa";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildReadFileCommand } from "../src/read-file-command.ts";

const folder = mkdtempSync(join(tmpdir(), "multipass-netbox read-file-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const directory = "/opt/multipass/docker/netbox";
const file = `${directory}/credentials/api_token`;

describe("buildReadFileCommand", () => {
  it.each([
    [{ ssh: "helm@192.168.1.161" }, `ssh helm@192.168.1.161 'cat ${file}'`],
    [
      { ssh: "helm@vm", port: 2222, identityFile: "/home/a b/key" },
      `ssh -p 2222 -i '/home/a b/key' helm@vm 'cat ${file}'`,
    ],
    [{ ssh: "local" }, `cat ${file}`],
  ])("of %j", (host, command) => {
    expect(buildReadFileCommand({ ...host, directory }, file)).toBe(command);
  });

  it("gives a shell the file, whatever its name", async () => {
    const odd = join(folder, "it's; a $(name)");
    writeFileSync(odd, "content");
    const command = buildReadFileCommand({ ssh: "local", directory }, odd);
    expect((await execa("sh", ["-c", command])).stdout).toBe("content");
  });
});
