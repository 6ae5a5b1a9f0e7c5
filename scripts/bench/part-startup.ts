import { spawnSync } from "node:child_process";
import type { Figure, Section } from "./figure.ts";
import { installPacked } from "./install-packed.ts";
import { say } from "./say.ts";

const runs = 15;

/** The start of the installed command against Node's own; always 15 runs of each, in turns. */
export function measureStartup(): readonly Section[] {
  using packed = installPacked();
  const bare = ["-e", "0"];
  const ours = [packed.command, "--version"];
  say(`Starting the command ${runs} times`);
  // The first run fills Node's compile cache.
  runMs(ours);
  const samples = Array.from({ length: runs }, () => [runMs(bare), runMs(ours)] as const);
  const figure = (name: string, index: 0 | 1): Figure => ({
    name,
    unit: "ms",
    samples: samples.map((pair) => pair[index]),
  });
  const target = { of: "ratio", bound: "below", limit: 3 } as const;
  return [
    {
      title: "Start of the installed command",
      figures: [
        figure("`node -e 0`", 0),
        { ...figure("`multipass-netbox --version`", 1), targets: [target] },
      ],
    },
  ];
}

function runMs(args: readonly string[]): number {
  const begunMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")}: ${stderr}`);
  return performance.now() - begunMs;
}
