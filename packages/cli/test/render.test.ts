import { execa } from "execa";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-render-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function render(...args: readonly string[]) {
  return await execa(process.execPath, [main, "render", ...args], { cwd: folder, reject: false });
}

describe("render", () => {
  it("names the files and the secrets, and writes nothing", async () => {
    const { stdout, exitCode } = await render();
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "Files in /opt/multipass/docker/netbox:\n  docker-compose.netbox.yml\n",
    );
    expect(stdout).toContain("\n  secrets/db_password\n");
    const { stdout: json } = await render("--json");
    const { files } = JSON.parse(json) as { readonly files: readonly { readonly path: string }[] };
    expect(files.map(({ path }) => path)).toContain("env/netbox.env");
  });

  it("--out writes the files, over old ones too, and --check tells what differs", async () => {
    const before = await render("--out", "new", "--check");
    expect(before.exitCode).toBe(2);
    expect(before.stdout).toContain("docker-compose.netbox.yml: missing");

    expect((await render("--out", "new")).stdout).toBe("10 files are in new.");
    expect(await render("--out", "new", "--check")).toMatchObject({
      exitCode: 0,
      stdout: "new is what the configuration says.",
    });

    const script = join(folder, "new", "configuration", "launch-netbox.sh");
    expect(statSync(script).mode & 0o777).toBe(0o755);
    const content = readFileSync(script, "utf8");
    writeFileSync(script, `${content}# mine\n`);
    const changed = await render("--out", "new", "--check", "--json");
    expect(changed.exitCode).toBe(2);
    expect(JSON.parse(changed.stdout)).toEqual({
      folder: "new",
      differences: [{ path: "configuration/launch-netbox.sh", difference: "another content" }],
    });

    await render("--out", "new");
    expect(readFileSync(script, "utf8")).toBe(content);
  });

  it("refuses --check without a folder, and values that NetBox would not start with", async () => {
    const unnamed = await render("--check");
    expect(unnamed).toMatchObject({ exitCode: 3 });
    expect(unnamed.stderr).toContain("error[USAGE]");

    writeFileSync(
      join(folder, "wrong.yaml"),
      [
        "stack:",
        "  basePath: /netbox",
        "  images:",
        "    netbox: netboxcommunity/netbox:v4.5-4.0.0",
        "  publish:",
        "    portgres: 1",
      ].join("\n"),
    );
    const { stderr, exitCode } = await render("--config", "wrong.yaml");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/wrong\.yaml:2:13 {2}basePath: must be "" or end with a slash/);
    expect(stderr).toMatch(/wrong\.yaml:4:13 {2}netbox: the tag v4\.5-4\.0\.0 does not say which/);
    expect(stderr).toMatch(/wrong\.yaml:6:5 {2}unknown key "portgres"; did you mean "postgres"\?/);
  });
});
