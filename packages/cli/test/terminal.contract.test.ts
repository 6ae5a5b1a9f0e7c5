import { execa } from "execa";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NetBoxStandIn, startNetBox45StandIn } from "@multipass-netbox/testkit";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-terminal-"));

beforeAll(() => {
  mkdirSync(join(folder, "seed-data"));
  writeFileSync(
    join(folder, "seed-data", "seed.yaml"),
    "tenants:\n  - { name: One, slug: one }\nsites:\n  - { name: Two, slug: two, tenant: one }\n",
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function environmentFor(netbox: NetBoxStandIn) {
  return { NETBOX_URL: netbox.url, NETBOX_TOKEN: netbox.token, XDG_STATE_HOME: folder };
}

/** Types an answer at a real terminal, which `script` of util-linux provides. */
async function typeAtTerminal(netbox: NetBoxStandIn, answer: string) {
  const command = `stty cols 120; exec ${process.execPath} ${main} seed`;
  return await execa("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    input: `${answer}\n`,
    reject: false,
    env: environmentFor(netbox),
  });
}

function writesTo(netbox: NetBoxStandIn): readonly string[] {
  return netbox.requests.filter(({ method }) => method !== "GET").map(({ path }) => path);
}

describe("at a terminal", () => {
  it("asks, takes a no, then a yes, and has nothing to ask the third time", async () => {
    await using netbox = await startNetBox45StandIn();
    const no = await typeAtTerminal(netbox, "n");
    expect(no.stdout).toContain("6 to create? [y/N]");
    expect(no.stdout).toContain("Nothing was changed.");
    expect(no.exitCode).toBe(130);
    expect(writesTo(netbox)).toEqual([]);

    const yes = await typeAtTerminal(netbox, "y");
    expect(yes.stdout).toContain("Done: 6 changes, read back and verified.");
    expect(yes.exitCode).toBe(0);

    const again = await typeAtTerminal(netbox, "y");
    expect(again.stdout).toContain("Nothing to do");
    expect(again.stdout).not.toContain("[y/N]");
  });
});

describe("interrupted by Ctrl-C", () => {
  it("ends the request under way, says what was done, and goes on the next time", async () => {
    const tenantPost = Promise.withResolvers<void>();
    await using netbox = await startNetBox45StandIn({
      faults: ({ method, path }) => {
        if (method === "POST" && path.includes("tenants")) {
          tenantPost.resolve();
          return { type: "delay", delayMs: 500 };
        }
        return undefined;
      },
    });
    const run = execa(process.execPath, [main, "seed", "--yes"], {
      cwd: folder,
      reject: false,
      env: environmentFor(netbox),
    });
    await tenantPost.promise;
    run.kill("SIGINT");
    const { exitCode, stderr } = await run;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("stopped before the end");
    expect(stderr).toContain("5 done, 0 failed, 1 not attempted");
    const receipt = /Receipt: (\S+)/.exec(stderr)?.[1] ?? "";
    expect(readFileSync(receipt, "utf8")).toContain('"operation":"create tenant one"');

    const second = await execa(process.execPath, [main, "seed", "--yes"], {
      cwd: folder,
      env: environmentFor(netbox),
    });
    expect(second.stdout).toContain("Done: 1 change,");
    expect(readdirSync(join(folder, "multipass-netbox", "receipts")).length).toBeGreaterThan(2);
  });
});
