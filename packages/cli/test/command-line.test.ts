import { execa } from "execa";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  return await runWith({}, args);
}

async function runWith(env: Readonly<Record<string, string>>, args: readonly string[]) {
  return await execa(process.execPath, [main, ...args], {
    cwd: folder,
    reject: false,
    env: { NETBOX_URL: undefined, NETBOX_TOKEN: undefined, XDG_STATE_HOME: folder, ...env },
  });
}

describe("help", () => {
  it.each([
    [[]],
    [["init"]],
    [["render"]],
    [["deploy"]],
    [["upgrade"]],
    [["rollback"]],
    [["destroy"]],
    [["status"]],
    [["logs"]],
    [["token", "rotate"]],
    [["pepper", "rotate"]],
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
    [["deploy", "--plan", "--break-lock"], "cannot be used with option '--plan'", ""],
    [["logs", "netbox-nginx"], "Allowed choices are netbox", "netbox-worker"],
    [["logs", "--lines", "none"], "a whole number", ""],
    [["upgrade"], "required option '--to <version>'", ""],
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

describe("commands for a host", () => {
  it.each([
    [["deploy", "--plan"]],
    [["rollback"]],
    [["destroy", "--plan"]],
    [["status"]],
    [["logs"]],
    [["token", "rotate"]],
  ])("%j want one in the configuration, and say how to write it", async (command) => {
    const { stderr, stdout, exitCode } = await run(...command);
    expect(exitCode).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain("error[CONFIG_INVALID] no host is named");
    expect(stderr).toContain("host: {ssh: user@address}");
  });

  it("want one that can be one, and say where it stands", async () => {
    const file = join(folder, "host.yaml");
    writeFileSync(file, 'host:\n  ssh: "-oProxyCommand=x"\n  directory: netbox\n');
    const { stderr, exitCode } = await run("deploy", "--plan", "--config", file);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("host.yaml:2:8  ssh: ");
    expect(stderr).toContain("host.yaml:3:14  directory: ");
  });
});

describe("where a token may go", () => {
  const port = 9;
  const seeds = join(import.meta.dirname, "..", "..", "..", "seed-data");
  const config = join(folder, "tokens.yaml");
  writeFileSync(join(folder, "token"), "nbt_configured.0123456789");
  writeFileSync(
    config,
    `seed: ${seeds}\nnetbox: { url: "http://127.0.0.1:${port}/a", tokenFile: ./token }\n`,
  );

  it.each([
    [{ NETBOX_URL: `http://127.0.0.1:${port}/b` }, "NETBOX_URL is set and NETBOX_TOKEN is not"],
    [{ NETBOX_TOKEN: "nbt_x.y" }, "NETBOX_TOKEN is set and NETBOX_URL is not"],
  ])("%j alone is refused: the other half would come from elsewhere", async (env, message) => {
    const { stderr, exitCode } = await runWith(env, ["seed", "plan", "--config", config]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(message);
  });

  it("a token that no header can hold is refused before it is sent", async () => {
    const env = { NETBOX_URL: `http://127.0.0.1:${port}/b`, NETBOX_TOKEN: "nbt_x.y\nz" };
    const { stderr, exitCode } = await runWith(env, ["seed", "plan", "--config", config]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("error[CONFIG_INVALID]");
    expect(stderr).not.toContain("nbt_x");
  });
});

describe("ordinary mistakes are no bugs", () => {
  it.each([
    ["an alias to nothing", "services: *nope\n", /seed\.yaml:1:11 {2}\*nope: no anchor &nope/],
    ["an alias that grows without end", billionLaughs(), /Excessive alias count/],
  ])("%s in a seed file", async (_what, text, message) => {
    mkdirSync(join(folder, "bad"), { recursive: true });
    writeFileSync(join(folder, "bad", "seed.yaml"), text);
    writeFileSync(join(folder, "bad.yaml"), "seed: ./bad\n");
    const { stderr, exitCode } = await run("seed", "plan", "--config", join(folder, "bad.yaml"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(message);
  });

  it("a folder where a seed file should be", async () => {
    mkdirSync(join(folder, "odd", "folder.yaml"), { recursive: true });
    writeFileSync(join(folder, "odd.yaml"), "seed: ./odd\n");
    const { stderr, exitCode } = await run("seed", "plan", "--config", join(folder, "odd.yaml"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /error\[SEED_INVALID\].*\n.*folder\.yaml:1:1 {2}can't be read: it is a folder/,
    );
  });

  it("no command at all, and none below lab", async () => {
    const none = await run();
    expect(none.exitCode).toBe(3);
    expect(none.stderr).toMatch(/a command is missing: init, lab, .*seed/);
    expect((await run("lab")).exitCode).toBe(3);
  });
});

/** Nine lines that would be a thousand million entries. */
function billionLaughs(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level += 1) {
    const alias = `*a${level - 1}`;
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => alias).join(", ")}]`);
  }
  return `${lines.join("\n")}\n`;
}

describe("init", () => {
  it("writes a configuration and the schemas, and never over another", async () => {
    const first = await run("init");
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    const written = readFileSync(join(folder, "multipass-netbox.yaml"), "utf8");
    expect(written).toContain("seed: ./seed-data");
    const schema = JSON.parse(
      readFileSync(join(folder, "multipass-netbox.schema.json"), "utf8"),
    ) as { readonly properties: object };
    expect(schema.properties).toMatchObject({ host: {}, netbox: {}, seed: {}, stack: {} });
    const seedSchema = JSON.parse(readFileSync(join(folder, "seed.schema.json"), "utf8")) as object;
    expect(seedSchema).toMatchObject({ properties: { tenants: {}, include: {} } });
    expect(written).toContain("# yaml-language-server: $schema=../seed.schema.json");
    const second = await run("init");
    expect(second.exitCode).toBe(3);
    expect(second.stderr).toContain("never overwritten");
    expect(readFileSync(join(folder, "multipass-netbox.yaml"), "utf8")).toBe(written);
  });
});
