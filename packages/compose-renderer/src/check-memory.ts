import type * as z from "zod";
import { parseMemory } from "./parse-memory.ts";

/** The part of the configuration that {@link checkMemory} looks at. */
interface MemoryConfig {
  readonly memory: Readonly<Record<"netbox" | "worker" | "postgres" | "valkey", string>>;
  readonly workers: number;
}

const mebibyte = 2 ** 20;

/** Says which limits are below what was measured: the kernel would kill what exceeds them. */
export function checkMemory(
  { memory, workers }: MemoryConfig,
  context: z.core.$RefinementCtx,
): void {
  // docs/decisions/0020 has the figures.
  const floors = {
    netbox: Math.max(550, 100 + 250 * workers),
    worker: 288,
    postgres: 192,
    valkey: 96,
  } as const;
  for (const [name, floor] of Object.entries(floors) as [keyof typeof floors, number][]) {
    if ((parseMemory(memory[name]) ?? Infinity) < floor * mebibyte) {
      const why = name === "netbox" ? ` for ${workers} workers` : "";
      context.addIssue({
        code: "custom",
        path: ["memory", name],
        message: `must be ${floor}m or more${why}: less was seen to be used up`,
      });
    }
  }
}
