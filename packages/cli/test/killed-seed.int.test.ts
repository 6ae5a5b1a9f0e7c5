import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { startNetBox } from "@multipass-netbox/netbox-lab";
import { loadOwned } from "@multipass-netbox/seeder";
import { injectRealNetBox, type RealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeThousand } from "./describe-thousand.ts";
import { runSeedCommand } from "./run-seed-command.ts";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const folder = mkdtempSync(join(tmpdir(), "multipass-netbox-killed-"));
const shared = injectRealNetBox();

// 1,000 objects take most of a minute, on a busy machine several, and a killed run's lock is held
// for ten seconds.
const longMs = 1_200_000;

// NetBox ends what a killed run had under way, on a busy machine in seconds. The killed run's lock
// keeps the next one from writing for longer than that, but a plan made meanwhile may be slow enough
// to outlast the lock.
const underWayMs = 5000;

beforeAll(() => {
  writeFileSync(join(folder, "seed.yaml"), describeThousand("killed"));
  writeFileSync(join(folder, "multipass-netbox.yaml"), "seed: seed.yaml\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it(
  "a seed of 1,000 objects killed ten times at random ends as an uninterrupted one does",
  async () => {
    await using other = await startNetBox();
    const untouched: RealNetBox = { url: other.url, token: other.token.reveal() };
    const whole = runSeedCommand(folder, untouched, ["--yes"]);
    for (let kills = 0; kills < 10; kills += 1) {
      await killAtRandom();
    }
    const last = await runUnlocked();
    const uninterrupted = await whole;

    expect(uninterrupted).toMatchObject({ exitCode: 0 });
    expect(last).toMatchObject({ exitCode: 0 });
    const again = await runSeedCommand(folder, shared, ["plan"]);
    expect(again.stdout).toContain("Nothing to do");
    expect(await fieldsIn(shared)).toEqual(await fieldsIn(untouched));
  },
  longMs,
);

/**
 * Starts a run and kills it without a word, soon after it has begun to write: what is under way then
 * is still carried out, and ten times must not be enough for all.
 */
async function killAtRandom(): Promise<void> {
  for (;;) {
    const known = new Set(listReceipts());
    const run = execa(process.execPath, [main, "seed", "--yes"], {
      cwd: folder,
      reject: false,
      env: environmentOf(shared),
    });
    const isOver = run.then(() => true);
    while (!(await Promise.race([isOver, wait(10, false)]))) {
      if (listReceipts().some((name) => !known.has(name) && hasBegun(name))) {
        await wait(Math.random() * 300);
        run.kill("SIGKILL");
        await run;
        await wait(underWayMs);
        return;
      }
    }
    // The lock of the one killed before is not stale yet.
    expect((await run).stderr).toContain("LOCK_HELD");
    await wait(2000);
  }
}

function listReceipts(): readonly string[] {
  const receipts = join(folder, "multipass-netbox", "receipts");
  return existsSync(receipts) ? readdirSync(receipts).map((name) => join(receipts, name)) : [];
}

function hasBegun(receipt: string): boolean {
  return readFileSync(receipt, "utf8").includes('"type":"intent"');
}

async function runUnlocked(): Promise<Awaited<ReturnType<typeof runSeedCommand>>> {
  const result = await runSeedCommand(folder, shared, ["--yes"]);
  if (!result.stderr.includes("LOCK_HELD")) {
    return result;
  }
  await wait(1000);
  return await runUnlocked();
}

function environmentOf({ url, token }: RealNetBox): Readonly<Record<string, string>> {
  return { NETBOX_URL: url, NETBOX_TOKEN: token, XDG_STATE_HOME: folder };
}

/** What is ours in a NetBox, without its ids; two of one key would be two lines. */
async function fieldsIn(real: RealNetBox): Promise<readonly string[]> {
  await using netbox = createNetBoxClient(real);
  const owned = (await loadOwned(netbox)).all();
  return owned
    .filter(({ key }) => key.includes("killed") || key.startsWith("10.177."))
    .map(({ kind, key, fields }) => `${kind} ${key} ${JSON.stringify(withoutEmpty(fields))}`)
    .toSorted();
}

// Other tests in the shared lab define custom fields of their own, which are empty here.
function withoutEmpty(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => !(name.startsWith("custom_fields.") && value === null),
    ),
  );
}
