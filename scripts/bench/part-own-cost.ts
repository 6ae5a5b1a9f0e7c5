import { join } from "node:path";
import { execa } from "execa";
import type { Figure, Section, Target } from "./figure.ts";
import { installPacked } from "./install-packed.ts";
import { say } from "./say.ts";

/** What a reading process says of itself. */
interface Cost {
  readonly objects: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly heldMb: number;
}

/** What is run, as arguments of Node. */
interface Reading {
  readonly name: string;
  readonly objects: number;
  readonly args: readonly string[];
}

interface MeasuredReading extends Reading {
  readonly costs: readonly Cost[];
}

const client = "the client, `iterate`";
const few = 20_000;
const many = 100_000;
const here = (name: string): string => join(import.meta.dirname, name);

/**
 * What the client costs besides the server's time: each reading is a process of its own, asking a
 * server that has its pages ready.
 */
export async function measureOwnCost(rounds: number): Promise<readonly Section[]> {
  using packed = installPacked();
  const server = execa(process.execPath, [here("canned-netbox.mjs")], {
    stdin: "pipe",
    buffer: false,
  });
  try {
    const { value: port } = await server.iterable()[Symbol.asyncIterator]().next();
    const origin = `http://127.0.0.1:${String(port)}`;
    say(`Reading ${many} objects from a canned server`);
    const readings = listReadings(packed.client, origin);
    // The first time, the server has to make its pages.
    for (const { args } of readings) await read(args);
    return describe(await measure(readings, rounds), await measure(readings.map(collecting), 1));
  } finally {
    server.stdin.end();
    await server;
  }
}

function listReadings(module: string, origin: string): readonly Reading[] {
  const ours = [few, many].map((objects) => ({
    name: client,
    objects,
    args: [here("iterate-with-client.mjs"), module, `${origin}/${objects}`],
  }));
  const args = [here("iterate-with-undici.mjs"), `${origin}/${many}`];
  return [...ours, { name: "undici and JSON.parse", objects: many, args }];
}

function collecting(reading: Reading): Reading {
  return { ...reading, args: ["--expose-gc", ...reading.args] };
}

async function measure(
  readings: readonly Reading[],
  rounds: number,
): Promise<readonly MeasuredReading[]> {
  const measured = readings.map((reading) => ({ ...reading, costs: [] as Cost[] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, objects, args, costs } of measured) {
      const cost = await read(args);
      if (cost.objects !== objects) throw new Error(`${name}: ${cost.objects} of ${objects}`);
      costs.push(cost);
      say(`  round ${round}  ${cost.cpuSeconds.toFixed(2).padStart(7)} s  ${name}, ${objects}`);
    }
  }
  return measured;
}

async function read(args: readonly string[]): Promise<Cost> {
  const { stdout } = await execa(process.execPath, args);
  return JSON.parse(stdout) as Cost;
}

function describe(
  plain: readonly MeasuredReading[],
  collected: readonly MeasuredReading[],
): readonly Section[] {
  const [, ours, raw] = plain as readonly [MeasuredReading, MeasuredReading, MeasuredReading];
  return [
    {
      title: `CPU time to read ${many.toLocaleString("en")} objects`,
      figures: [seconds(raw), { ...seconds(ours), targets: [below("ratio", 3)] }],
    },
    {
      title: "Memory held while reading, after collections",
      figures: collected.map((one) => memory(one, "heldMb", below("ratio", 1.2))),
    },
    {
      title: "Peak memory of the whole process",
      figures: plain.map((one) => memory(one, "peakMb", below("value", 120))),
    },
  ];
}

function below(of: Target["of"], limit: number): Target {
  return { of, bound: "below", limit };
}

function seconds({ name, objects, costs }: MeasuredReading): Figure {
  return { name, unit: "s", objects, samples: costs.map(({ cpuSeconds }) => cpuSeconds) };
}

/** Held to a target where it is the client's, and the objects are many. */
function memory(reading: MeasuredReading, of: "peakMb" | "heldMb", target: Target): Figure {
  const { name, objects, costs } = reading;
  return {
    name: `${name}, ${objects.toLocaleString("en")} objects`,
    unit: "MB",
    samples: costs.map((cost) => cost[of]),
    targets: name === client && objects === many ? [target] : undefined,
  };
}
