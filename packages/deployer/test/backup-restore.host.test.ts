import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { beforeAll, describe, expect, it } from "vitest";
import { createBackup } from "../src/backup/create-backup.ts";
import { loadRestorePlan, restoreBackup } from "../src/backup/restore-backup.ts";
import { buildAccessScript } from "../src/host-effects/access-script.ts";
import { layout, openBackupHost, renderVmStack } from "./backup-host.ts";

const vm = injectThrowAwayVm();
const host = openBackupHost(vm);
const { runner, sh, compose } = host;
const who = "alice@laptop";
const stores = ["netbox-postgres", "netbox-redis"];
const web = ["netbox", "netbox-worker"];
const media = "docker exec netbox find /opt/netbox/netbox/media -type f < /dev/null | sort";
// One transparent pixel.
const picture =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request through the port that the host publishes; nothing secret is in an argument. */
async function ask(
  token: string,
  path: string,
  { method = "GET", body, form = "" }: { method?: string; body?: object; form?: string } = {},
): Promise<Answer> {
  const lines = [
    `url = "http://127.0.0.1:8080/netbox/api/${path}"`,
    `request = ${method}`,
    `header = "Accept: application/json"`,
    token === "" ? "" : `header = "Authorization: Bearer ${token}"`,
    body === undefined ? "" : `header = "Content-Type: application/json"`,
    body === undefined ? "" : `data = ${JSON.stringify(JSON.stringify(body))}`,
    form,
  ];
  const argv = ["curl", "-sS", "--write-out", "\n%{http_code}", "--config", "-"] as const;
  const { stdout } = await runner.run({
    argv: [...argv],
    stdin: lines.join("\n"),
    timeoutMs: 60_000,
  });
  const [status = "", ...rest] = stdout.split("\n").toReversed();
  const text = rest.toReversed().join("\n");
  return { status: Number(status), body: JSON.parse(text === "" ? "{}" : text) };
}

async function write(
  token: string,
  path: string,
  request: Parameters<typeof ask>[2],
): Promise<Answer["body"]> {
  const { status, body } = await ask(token, path, request);
  if (status < 200 || status > 204) {
    throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }
  return body;
}

const create = async (token: string, path: string, body: object) =>
  await write(token, path, { method: "POST", body });
const remove = async (token: string, path: string, { id }: Answer["body"]) =>
  await write(token, `${path}${String(id)}/`, { method: "DELETE" });

async function mint(): Promise<string> {
  const password = await sh(`cat ${layout.superuserPassword}`);
  const body = await create("", "users/tokens/provision/", { username: "admin", password });
  return `nbt_${String(body["key"])}.${String(body["token"])}`;
}

async function restore(id: string, as: string) {
  const run = await host.begin(as);
  return await restoreBackup({ runner, layout, run, who, id });
}

describe("a backup of a NetBox that is used", { timeout: 600_000 }, () => {
  let minted = "";
  let late = "";
  let files = "";
  let tenant: Answer["body"] | undefined;

  beforeAll(async () => {
    await vm.reset();
    const stack = renderVmStack(vm);
    await host.place(stack);
    await host.up(...stores, ...web);
    await runner.run({
      argv: ["sh", "-s"],
      stdin: buildAccessScript(layout, [
        { action: "create", kind: "superuser", key: "admin", email: "admin@example.org" },
        { action: "create", kind: "api-token", key: "multipass-netbox" },
      ]),
    });
    minted = await mint();
    const site = await create(minted, "dcim/sites/", { name: "Paris", slug: "paris" });
    tenant = await create(minted, "tenancy/tenants/", { name: "Agence", slug: "agence" });
    await sh(`base64 -d > /tmp/pixel.png <<'END'\n${picture}\nEND`);
    const image = await write(minted, "extras/image-attachments/", {
      method: "POST",
      form: `form = "object_type=dcim.site"\nform = "object_id=${String(site["id"])}"\nform = "image=@/tmp/pixel.png"`,
    });
    files = await sh(media);
    const run = await host.begin("one");
    await createBackup({ runner, layout, run, who, reason: "a test" });
    late = await mint();
    await remove(late, "extras/image-attachments/", image);
    await remove(late, "tenancy/tenants/", tenant);
    await create(late, "tenancy/tenants/", { name: "Autre", slug: "autre" });
  }, 600_000);

  async function expectAllBack(): Promise<void> {
    const tenants = await ask(minted, "tenancy/tenants/");
    expect(tenants.status).toBe(200);
    expect(tenants.body["results"]).toEqual([tenant]);
    expect(await sh(media)).toBe(files);
    const stored = await sh(`cat ${layout.apiToken}`);
    expect((await ask(stored, "authentication-check/")).status).toBe(200);
    expect((await ask(late, "authentication-check/")).status).toBe(403);
    expect((await mint()).length).toBe(minted.length);
  }

  it("puts data, files and tokens back, and touches nobody else", async () => {
    expect(files).toContain("pixel");
    expect(await sh(media)).not.toContain("pixel");
    const neighbours = await host.bystanders();
    const { losses, problems } = await loadRestorePlan(runner, layout, "one");
    expect({ losses, problems }).toMatchObject({
      losses: { changes: 3, descends: true, accounts: true },
      problems: [],
    });
    const { replaced } = await restore("one", "r-one");
    await expectAllBack();
    expect(replaced.database.fingerprint?.counts).toMatchObject({ tenants: 1, tokens: 3 });
    expect(await host.bystanders()).toBe(neighbours);
    expect(neighbours.split("\n")).toHaveLength(14);
  });

  it("goes into an empty stack that was made with other secrets", async () => {
    await sh(
      `${compose} --progress quiet stop`,
      `docker rm -f ${[...stores, ...web].join(" ")} > /dev/null`,
      `docker volume rm ${renderVmStack(vm).volumes.join(" ")} > /dev/null`,
      `cd ${layout.directory}`,
      `mv secrets /tmp/old-secrets && rm -rf credentials state`,
    );
    await host.place(renderVmStack(vm));
    await host.up(...stores);
    await sh(`${compose} --progress quiet up --no-start --pull never ${web.join(" ")}`);
    const { losses, problems } = await loadRestorePlan(runner, layout, "one");
    expect({ losses, problems }).toMatchObject({
      losses: { changes: 0, descends: false },
      problems: [],
    });
    await restore("one", "r-empty");
    await expectAllBack();
    const changed = await sh(
      `cd ${layout.secrets} && for one in *; do cmp -s $one /tmp/old-secrets/$one || echo $one; done`,
    );
    expect(changed.split("\n")).toEqual(["db_password", "redis_password", "valkey.conf"]);
  });
});
