import { execa } from "execa";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operationsOf, type Plan } from "@multipass-netbox/core";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import type { SeedOperation } from "@multipass-netbox/seeder";
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
async function typeAtTerminal(netbox: NetBoxStandIn, answer: string, cwd = folder) {
  const command = `stty cols 120; exec ${process.execPath} ${main} seed`;
  return await execa("script", ["-qec", command, "/dev/null"], {
    cwd,
    input: `${answer}\n`,
    reject: false,
    env: environmentFor(netbox),
  });
}

/** Starts the command at a terminal; `question` resolves once it asks. */
function openQuestion(netbox: NetBoxStandIn) {
  const command = `stty cols 120; exec ${process.execPath} ${main} seed`;
  const run = execa("script", ["-qec", command, "/dev/null"], {
    cwd: folder,
    reject: false,
    env: environmentFor(netbox),
  });
  const asked = Promise.withResolvers<void>();
  run.stdout.on("data", (chunk: Buffer) => {
    if (chunk.toString().includes("[y/N]")) {
      asked.resolve();
    }
  });
  return { run, question: asked.promise };
}

function writesTo(netbox: NetBoxStandIn): readonly string[] {
  return netbox.requests.filter(({ method }) => method !== "GET").map(({ path }) => path);
}

describe("at a terminal", () => {
  it("asks, takes a no, then a yes, and has nothing to ask the third time", async () => {
    await using netbox = await startNetBox45StandIn();
    const no = await typeAtTerminal(netbox, "n");
    expect(no.stdout).toContain("7 to create? [y/N]");
    expect(no.stdout).toContain("Nothing was changed.");
    expect(no.exitCode).toBe(130);
    expect(writesTo(netbox)).toEqual([]);

    const yes = await typeAtTerminal(netbox, "y");
    expect(yes.stdout).toContain("Done: 7 changes, read back and verified.");
    expect(yes.exitCode).toBe(0);

    const again = await typeAtTerminal(netbox, "y");
    expect(again.stdout).toContain("Nothing to do");
    expect(again.stdout).not.toContain("[y/N]");
  });
});

describe("while the question stands", () => {
  it("Ctrl-C is a no", async () => {
    await using netbox = await startNetBox45StandIn();
    const { run, question } = openQuestion(netbox);
    await question;
    run.stdin.write("\u0003");
    const { exitCode, stdout } = await run;
    expect(exitCode).toBe(130);
    expect(stdout).toContain("Nothing was changed.");
    expect(writesTo(netbox)).toEqual([]);
  });

  it("no other run may write, and what changes in NetBox makes the plan stale", async () => {
    await using netbox = await startNetBox45StandIn();
    const { run, question } = openQuestion(netbox);
    await question;

    const other = await execa(process.execPath, [main, "seed", "--yes"], {
      cwd: folder,
      reject: false,
      env: environmentFor(netbox),
    });
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toContain("error[LOCK_HELD]");

    await using client = createNetBoxClient(netbox);
    await client.tenants.create([{ name: "One", slug: "one", description: "theirs" }]);
    const written = writesTo(netbox).length;
    run.stdin.write("y\n");
    const { exitCode, stdout } = await run;
    expect(exitCode).toBe(1);
    // The tenant is there now, as wanted, and somebody else's.
    expect(stdout).toContain("PLAN_STALE");
    expect(writesTo(netbox)).toHaveLength(written);
  });

  it("another plan than the one that was shown is not applied", async () => {
    await using netbox = await startNetBox45StandIn();
    const { run, question } = openQuestion(netbox);
    await question;
    await using client = createNetBoxClient(netbox);
    await client.tags.create([{ name: "multipass-netbox", slug: "multipass-netbox" }]);
    run.stdin.write("y\n");
    const { exitCode, stdout } = await run;
    expect(exitCode).toBe(1);
    expect(stdout).toContain("PLAN_STALE");
    expect(stdout).toContain("no longer to do: create tag multipass-netbox");
    expect(writesTo(netbox)).toHaveLength(1);
  });
});

describe("what a server says", () => {
  it("can neither move the cursor nor forge a line", async () => {
    const detail = "\u001B[2J\rerror[OK] all is well\u202E";
    const body = JSON.stringify({ detail });
    await using netbox = await startNetBox45StandIn({
      faults: () => ({ type: "answer", status: 400, contentType: "application/json", body }),
    });
    const { stderr } = await execa(process.execPath, [main, "seed", "plan"], {
      cwd: folder,
      reject: false,
      env: environmentFor(netbox),
    });
    expect(stderr).toContain("error[NETBOX_VALIDATION]");
    expect(stderr).toContain("\uFFFD[2J");
    // oxlint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  });
});

describe("a name in seed files", () => {
  const forged = "One\u009B8m\u001B[2J\u202E";
  const choiceSet = "sizes\n  - delete tenant one";
  const oddFolder = mkdtempSync(join(tmpdir(), "multipass-netbox-odd-"));
  const seed = {
    tenants: [{ name: forged, slug: "one" }],
    "custom-field-choice-sets": [{ name: choiceSet, extra_choices: [["s", "Small"]] }],
  };
  beforeAll(() => {
    mkdirSync(join(oddFolder, "seed-data"));
    writeFileSync(join(oddFolder, "seed-data", "seed.yaml"), JSON.stringify(seed));
  });
  afterAll(() => {
    rmSync(oddFolder, { recursive: true });
  });

  it("can neither hide nor forge a line of the plan", async () => {
    await using netbox = await startNetBox45StandIn();
    const { stdout } = await execa(process.execPath, [main, "seed", "plan"], {
      cwd: oddFolder,
      reject: false,
      env: environmentFor(netbox),
    });
    expect(stdout).toContain("One\u{FFFD}8m");
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(stdout).not.toMatch(/^ *- delete/m);
  });

  it("is the same in JSON, escaped", async () => {
    await using netbox = await startNetBox45StandIn();
    const { stdout } = await execa(process.execPath, [main, "seed", "plan", "--json"], {
      cwd: oddFolder,
      reject: false,
      env: environmentFor(netbox),
    });
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
    const { plan } = JSON.parse(stdout) as { readonly plan: Plan<SeedOperation> };
    expect(operationsOf(plan)).toContainEqual(
      expect.objectContaining({ key: "one", after: expect.objectContaining({ name: forged }) }),
    );
  });

  it("stays text in the question and in the progress as well", async () => {
    await using netbox = await startNetBox45StandIn();
    const { stdout } = await typeAtTerminal(netbox, "y", oddFolder);
    expect(stdout).toContain("Done: ");
    expect(stdout).not.toMatch(/[\u0080-\u009F\u202E]/);
    expect(stdout).not.toMatch(/^ *- delete/m);
  });
});

describe("a reader that goes away", () => {
  it("does not end a run in the middle", async () => {
    await using netbox = await startNetBox45StandIn();
    const command = `${process.execPath} ${main} seed --yes 2>&1 | head -1`;
    await execa("sh", ["-c", command], { cwd: folder, env: environmentFor(netbox) });
    const last = netbox.requests.at(-1);
    expect(last?.method).toBe("GET");
    expect(writesTo(netbox).at(-1)).toContain("sites");
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
    expect(stderr).toContain("6 done, 0 failed, 1 not attempted");
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
