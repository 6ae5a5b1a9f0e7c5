// `npm run demo`: a real NetBox on this machine, seeded with the agency's infrastructure, and
// what it then answers. What changes NetBox is the command that an operator would type.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { viewService } from "@multipass-netbox/seeder";
import Table from "cli-table3";

/** What `lab up --json` prints of a lab. */
interface Lab {
  readonly url: string;
  readonly tokenFile: string;
  readonly superuser: { readonly name: string; readonly password: string };
}

const root = fileURLToPath(new URL("..", import.meta.url));
const main = fileURLToPath(new URL("../packages/cli/src/main.ts", import.meta.url));
const begunMs = performance.now();

// Whoever reads may stop: `npm run demo | head`.
process.stdout.on("error", () => process.exit());
print("A real NetBox on this machine (the first time takes about a minute)");
const demo = ["--name", "demo"];
typeCommand(["lab", "up", ...demo, "--verbose"]);
const lab = readLab();
const token = readFileSync(lab.tokenFile, "utf8").trim();
const environment = { ...process.env, NETBOX_URL: lab.url, NETBOX_TOKEN: token };
typeCommand(["seed", "--yes"], environment);
typeCommand(["seed", "verify"], environment);
await using client = createNetBoxClient({ url: lab.url, token });
await showServices(client);
await showFreeAddresses(client);
showHowToGoOn(lab);

/** Runs the command as an operator would; its errors are its own, and end the demo. */
function typeCommand(args: readonly string[], env = process.env): void {
  print(`\n$ multipass-netbox ${args.join(" ")}`);
  const { status } = spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    stdio: "inherit",
    env,
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

/** The lab that runs now, as data. */
function readLab(): Lab {
  const args = [main, "lab", "up", ...demo, "--json"];
  return JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout) as Lab;
}

async function showServices(netbox: NetBoxClient): Promise<void> {
  const device = "r2d2automaker";
  const services = (await netbox.services.list({ device })).map(viewService);
  const table = new Table({
    head: ["service", "ports", "reached from", "container", "description"],
    style: { compact: true, head: [], border: [] },
  });
  for (const { name, ports, published, container, description } of services) {
    const from = published === true ? "the host" : "its network";
    table.push([name, ports.join(" "), ports.length === 0 ? "" : from, container, description]);
  }
  print(`\nThe ${services.length} services of ${device}:`);
  print(table.toString());
}

async function showFreeAddresses(netbox: NetBoxClient): Promise<void> {
  const prefix = "192.168.1.0/24";
  const [found] = await netbox.prefixes.list({ prefix });
  if (!found) {
    throw new Error(`NetBox does not hold ${prefix}`);
  }
  const free = (await netbox.listAvailableIps(found.id, { limit: 1000 })).map(
    ({ address }) => address,
  );
  print(`\nFree addresses of ${prefix}: ${free.length}`);
  print(`${free.slice(0, 8).join("  ")}  ...  ${free.at(-1) ?? ""}`);
}

function showHowToGoOn({ url, superuser, tokenFile }: Lab): void {
  print(
    [
      "",
      `Look at it:   ${url}/    (${superuser.name} / ${superuser.password})`,
      `Work with it: export NETBOX_URL=${url} NETBOX_TOKEN=$(cat ${tokenFile})`,
      "              npm run cli -- seed plan",
      "Stop it:      npm run cli -- lab down --name demo",
      `Took ${((performance.now() - begunMs) / 1000).toFixed(1)} s.`,
    ].join("\n"),
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
