import { execa } from "execa";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type NetBoxStandIn, startNetBox45StandIn } from "@multipass-netbox/testkit";

const main = join(import.meta.dirname, "..", "src", "main.ts");
const head = "users: [{ username: ada, password: { env: ADA } }]\ntokens:\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "multipass-netbox-tokens-"));
  mkdirSync(join(folder, "seed-data"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the file of a token", () => {
  it("may be in a folder that is still to be made", async () => {
    await using netbox = await startNetBox45StandIn();
    const { exitCode } = await seed(
      netbox,
      "  - { user: ada, description: a, token_file: x/ada }\n",
    );
    expect(exitCode).toBe(0);
    const text = readFileSync(join(folder, "seed-data", "x", "ada"), "utf8");
    expect(text).toMatch(/^nbt_\w+\.\w+\n$/);
  });

  it("is none of two tokens, and then nothing is written", async () => {
    await using netbox = await startNetBox45StandIn();
    const { exitCode, stderr } = await seed(
      netbox,
      ["a", "b"]
        .map((name) => `  - { user: ada, description: ${name}, token_file: x/ada }\n`)
        .join(""),
    );
    expect(exitCode).toBe(3);
    expect(stderr).toContain("is the token_file of 2 tokens");
    expect(netbox.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(existsSync(join(folder, "seed-data", "x"))).toBe(false);
  });

  it("goes again when the run ends before the token is made", async () => {
    await using netbox = await startNetBox45StandIn({
      faults: ({ method, path }) =>
        method === "POST" && path.includes("tokens")
          ? { type: "answer", status: 403, contentType: "application/json", body: "{}" }
          : undefined,
    });
    const { exitCode } = await seed(netbox, "  - { user: ada, description: a, token_file: ada }\n");
    expect(exitCode).toBe(1);
    expect(existsSync(join(folder, "seed-data", "ada"))).toBe(false);
  });
});

async function seed({ url, token }: NetBoxStandIn, tokens: string) {
  writeFileSync(join(folder, "seed-data", "seed.yaml"), head + tokens);
  return await execa(process.execPath, [main, "seed", "--yes"], {
    cwd: folder,
    reject: false,
    env: { NETBOX_URL: url, NETBOX_TOKEN: token, XDG_STATE_HOME: folder, ADA: "Ada's password 1" },
  });
}
