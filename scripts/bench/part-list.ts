import type { ListOptions } from "@multipass-netbox/netbox-client";
import type { Section } from "./figure.ts";
import { loadAddresses } from "./load-addresses.ts";
import { type Arena, openArena } from "./open-arena.ts";
import type { Raw } from "./open-raw.ts";
import { type Contestant, runRounds, timed } from "./run-rounds.ts";
import { say } from "./say.ts";

const objects = 20_000;
const pageSize = 1000;
const path = "ipam/ip-addresses/";

/** What the product asks of an address: whose it is, what for, and whether it is in use. */
const fields = ["id", "address", "status", "tenant", "dns_name"] as const;

/** Listing many addresses: only what is needed against everything. */
export async function measureList(rounds: number): Promise<readonly Section[]> {
  await using arena = await openArena();
  await loadAddresses(arena, objects);
  say(`Listing ${objects} addresses`);
  const needed = await runRounds(rivals(arena), { rounds, objects });
  const settled = await runRounds(
    [1, 2, 4].map((limit) => atOnce(arena, limit)),
    {
      rounds,
      objects,
    },
  );
  const what = `${objects.toLocaleString("en")} addresses`;
  return [
    { title: `Listing ${what}`, figures: needed },
    { title: `Listing ${what}: pages at once`, figures: settled },
  ];
}

function rivals({ client, raw, pynetbox }: Arena): readonly Contestant[] {
  const endpoint = "ipam.ip_addresses";
  return [
    {
      name: `the client, \`fields\` ${fields.join(" ")}`,
      run: timed(() => countAll(client.ipAddresses.iterate({}, { fields }))),
    },
    {
      name: "pynetbox `.all()`",
      run: () => pynetbox.run({ task: "list-all", endpoint }),
      targets: [{ of: "ratio", bound: "at least", limit: 4 }],
    },
    {
      name: "pynetbox `.all()` with threading",
      run: () => pynetbox.run({ task: "list-all", endpoint, threading: true }),
    },
    { name: "undici, whole objects", run: timed(() => readRaw(raw, "")) },
    {
      name: "undici, the same fields",
      run: timed(() => readRaw(raw, `&fields=${fields.join(",")}`)),
    },
    {
      name: "the client, whole objects",
      run: timed(() => countAll(client.ipAddresses.iterate())),
    },
  ];
}

function atOnce({ client }: Arena, concurrency: number): Contestant {
  const options: ListOptions = { fields, concurrency };
  return {
    name: `the client, the same fields, ${concurrency} at once`,
    run: timed(() => countAll(client.ipAddresses.iterate({}, options))),
  };
}

async function countAll(iterable: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of iterable) count += 1;
  return count;
}

/** By cursor, the cheapest way for NetBox. */
async function readRaw(raw: Raw, projection: string): Promise<number> {
  let count = 0;
  for (let start = 0; ;) {
    const { results } = await raw.get(`${path}?start=${start}&limit=${pageSize}${projection}`);
    count += results.length;
    if (results.length < pageSize) return count;
    start = (results.at(-1) as { readonly id: number }).id + 1;
  }
}
