import { execa } from "execa";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type NetBoxStandIn, startNetBox45StandIn } from "@multipass-netbox/testkit";

// The host is this machine, and its NetBox a stand-in: what `deploy` leaves there is a port and a file.
const main = join(import.meta.dirname, "..", "src", "main.ts");
const target = `netbox on local ${hostname()}`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "multipass-netbox-host-"));
  mkdirSync(join(folder, "seed-data"));
  writeFileSync(join(folder, "seed-data", "seed.yaml"), "tenants:\n  - { name: One, slug: one }\n");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Makes the folder of a deployment, and a configuration whose host publishes a stand-in. */
function deploy({ url, token }: NetBoxStandIn, more = ""): void {
  const directory = join(folder, "deployment");
  mkdirSync(join(directory, "credentials"), { recursive: true });
  writeFileSync(join(directory, "credentials", "api_token"), `${token}\n`, { mode: 0o600 });
  writeFileSync(
    join(folder, "multipass-netbox.yaml"),
    `host: { ssh: local, directory: ${directory} }\nstack: { publish: { netbox: ${new URL(url).port} } }\n${more}`,
  );
}

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return await execa(process.execPath, [main, ...args], {
    cwd: folder,
    reject: false,
    env: { NETBOX_URL: undefined, NETBOX_TOKEN: undefined, XDG_STATE_HOME: folder, ...env },
  });
}

describe("NetBox on the host of the configuration", () => {
  it("is seeded with the token that is stored there, under a name that stays", async () => {
    await using netbox = await startNetBox45StandIn();
    deploy(netbox);

    const seeded = await run(["seed", "--yes"]);
    expect(seeded).toMatchObject({ exitCode: 0 });
    expect(seeded.stderr).toContain(`Plan for ${target}`);
    expect(seeded.stdout + seeded.stderr).not.toContain(netbox.token);

    const again = await run(["seed"]);
    expect(again.stdout).toMatch(new RegExp(`^Nothing to do: ${target} holds all `));

    // The next way there is another port, and `seed undo` compares the two.
    const receipts = join(folder, "multipass-netbox", "receipts");
    const [receipt = ""] = readdirSync(receipts);
    const [first = ""] = readFileSync(join(receipts, receipt), "utf8").split("\n");
    expect(JSON.parse(first)).toMatchObject({ plan: { target } });
  });

  it("logs the requests through the tunnel with --verbose", async () => {
    await using netbox = await startNetBox45StandIn();
    deploy(netbox);
    const { stderr } = await run(["seed", "plan", "--verbose", "--log-format", "json"]);
    expect(stderr).toContain('"NetBox answered"');
  });

  it.each([
    ["the environment", (other: NetBoxStandIn) => ({ env: urlAndToken(other), more: "" })],
    ["the configuration", (other: NetBoxStandIn) => ({ env: {}, more: writeAccess(other) })],
  ])("is left alone where %s names another one", async (_who, name) => {
    await using netbox = await startNetBox45StandIn();
    await using other = await startNetBox45StandIn();
    const { env, more } = name(other);
    deploy(netbox, more);
    const { stdout } = await run(["seed", "plan"], env);
    expect(stdout).toContain(`Plan for ${other.url}`);
    expect(netbox.requests).toEqual([]);
  });

  it("is not there before it is deployed", async () => {
    await using netbox = await startNetBox45StandIn();
    deploy(netbox);
    rmSync(join(folder, "deployment"), { recursive: true });
    const { stderr, exitCode } = await run(["seed", "plan"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`error[NOT_READY] there is no token of NetBox on local ${hostname()}`);
    expect(stderr).toContain("hint: multipass-netbox deploy");
  });
});

function urlAndToken({ url, token }: NetBoxStandIn): Readonly<Record<string, string>> {
  return { NETBOX_URL: url, NETBOX_TOKEN: token };
}

function writeAccess({ url, token }: NetBoxStandIn): string {
  writeFileSync(join(folder, "token"), token);
  return `netbox: { url: "${url}", tokenFile: ./token }\n`;
}
