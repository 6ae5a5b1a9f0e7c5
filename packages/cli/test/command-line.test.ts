import { execa } from "execa";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-cli-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command as a process of its own, without any configuration. */
async function run(...args: readonly string[]) {
  return await execa(process.execPath, [main, ...args], {
    cwd: folder,
    reject: false,
    env: { NETBOX_URL: undefined, NETBOX_TOKEN: undefined, XDG_STATE_HOME: folder },
  });
}

describe("help", () => {
  it.each([
    [[]],
    [["init"]],
    [["lab", "up"]],
    [["lab", "status"]],
    [["lab", "logs"]],
    [["lab", "down"]],
    [["seed"]],
    [["seed", "plan"]],
    [["seed", "apply"]],
    [["seed", "verify"]],
  ])("of %j has an example and exits 0", async (command) => {
    const { stdout, exitCode } = await run(...command, "--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Example:\n  $ multipass-netbox");
  });

  it("shows the version", async () => {
    expect((await run("--version")).stdout).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("wrong words", () => {
  it.each([
    [["sed"], "unknown command 'sed'", "seed"],
    [["seed", "--yse"], "unknown option '--yse'", "--yes"],
    [["lab", "up", "--port", "99999"], "a number from 1 to 65535", ""],
    [["seed", "--timeout", "soon"], "a number of seconds", ""],
  ])("%j exit 3 and name the right one", async (args, message, suggestion) => {
    const { stderr, stdout, exitCode } = await run(...args);
    expect(exitCode).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain("error[USAGE]");
    expect(stderr).toContain(message);
    expect(stderr).toContain(suggestion);
  });

  it("are data with --json", async () => {
    const { stderr, exitCode } = await run("sed", "--json");
    expect(exitCode).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "USAGE" } });
  });
});

describe("what is missing", () => {
  it("is said before anything is done: the seed folder, then the NetBox", async () => {
    const { stderr, exitCode } = await run("seed", "plan");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/error\[SEED_INVALID\] the seed folder .*seed-data can't be read/);
    expect(stderr).toContain("hint:");
  });
});

describe("init", () => {
  it("writes a configuration with its schema, and never over another", async () => {
    const first = await run("init");
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    const written = readFileSync(join(folder, "multipass-netbox.yaml"), "utf8");
    expect(written).toContain("seed: ./seed-data");
    const schema = JSON.parse(
      readFileSync(join(folder, "multipass-netbox.schema.json"), "utf8"),
    ) as { readonly properties: object };
    expect(Object.keys(schema.properties)).toEqual(["netbox", "seed"]);
    const second = await run("init");
    expect(second.exitCode).toBe(3);
    expect(second.stderr).toContain("never overwritten");
    expect(readFileSync(join(folder, "multipass-netbox.yaml"), "utf8")).toBe(written);
  });
});
