import { readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { MultipassError, operationName, operationsOf, type Plan } from "@multipass-netbox/core";
import type { SeedOperation } from "@multipass-netbox/seeder";
import * as z from "zod";

const format = "multipass-netbox plan, version 1";

const savedSchema = z.strictObject({
  format: z.literal(format),
  plan: z.strictObject({
    target: z.string(),
    levels: z.array(
      z.array(z.looseObject({ action: z.string(), kind: z.string(), key: z.string() })),
    ),
  }),
});

/** Writes a plan to a file. It holds no secret: natural keys and field values only. */
export async function savePlan(file: string, plan: Plan<SeedOperation>): Promise<void> {
  await writeFile(file, `${JSON.stringify({ format, plan }, undefined, 2)}\n`);
}

/**
 * Compares a saved plan with the plan of this moment: it is applied only when both are the
 * same, so what was reviewed is what is done. Throws `PLAN_STALE` otherwise, `USAGE` when the
 * file holds no plan.
 */
export async function checkSavedPlan(file: string, plan: Plan<SeedOperation>): Promise<void> {
  const saved = await readPlan(file);
  if (saved.target !== plan.target) {
    throw new MultipassError("PLAN_STALE", `the plan in ${file} is for ${saved.target}`, {
      hint: `The configured NetBox is ${plan.target}.`,
    });
  }
  const current = JSON.parse(JSON.stringify(plan)) as unknown;
  if (!isDeepStrictEqual(saved, current)) {
    throw new MultipassError("PLAN_STALE", describeDifference(file, saved, plan), {
      hint: "NetBox or the seed files have changed since. Look at a new plan: multipass-netbox seed plan",
    });
  }
}

async function readPlan(file: string): Promise<Plan> {
  try {
    return savedSchema.parse(JSON.parse(await readFile(file, "utf8"))).plan;
  } catch (cause) {
    throw new MultipassError("USAGE", `${file} holds no saved plan`, {
      cause: cause instanceof z.ZodError ? undefined : cause,
      hint: "multipass-netbox seed plan --save-plan FILE writes one.",
    });
  }
}

function describeDifference(file: string, saved: Plan, current: Plan): string {
  const before = new Set(operationsOf(saved).map(operationName));
  const now = new Set(operationsOf(current).map(operationName));
  const lines = [
    ...[...before.difference(now)].map((name) => `  no longer to do: ${name}`),
    ...[...now.difference(before)].map((name) => `  new: ${name}`),
  ];
  const detail = lines.length === 0 ? ["  the same objects, with other values"] : lines;
  return [`the plan in ${file} is stale`, ...detail].join("\n");
}
