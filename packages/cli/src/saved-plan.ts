import { readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { MultipassError, operationName, operationsOf, type Plan } from "@multipass-netbox/core";
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

/** Writes a plan to a file. No plan holds a secret. */
export async function savePlan(file: string, plan: Plan): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify({ format, plan }, undefined, 2)}\n`);
  } catch (cause) {
    throw new MultipassError("USAGE", `the plan can't be written to ${file}`, { cause });
  }
}

/**
 * Compares a saved plan with the plan of this moment: it is applied only when both are the
 * same, so what was reviewed is what is done. Throws `PLAN_STALE` otherwise, with the command
 * that shows a new plan, and `USAGE` when the file holds no plan.
 */
export async function checkSavedPlan(file: string, plan: Plan, planCommand: string): Promise<void> {
  const saved = await readPlan(file, planCommand);
  if (saved.target !== plan.target) {
    throw new MultipassError("PLAN_STALE", `the plan in ${file} is for ${saved.target}`, {
      hint: `This run is for ${plan.target}.`,
    });
  }
  checkSamePlan(saved, plan, planCommand);
}

/**
 * Throws `PLAN_STALE` unless both plans are the same: what was shown is what is done, or
 * nothing is.
 */
export function checkSamePlan(shown: Plan, current: Plan, planCommand: string): void {
  if (!isDeepStrictEqual(asData(shown), asData(current))) {
    throw new MultipassError("PLAN_STALE", describeDifference(shown, current), {
      hint: `What it was made from has changed since. Nothing was written. Look at a new plan: ${planCommand}`,
    });
  }
}

function asData(plan: Plan): unknown {
  return JSON.parse(JSON.stringify(plan));
}

async function readPlan(file: string, planCommand: string): Promise<Plan> {
  try {
    return savedSchema.parse(JSON.parse(await readFile(file, "utf8"))).plan;
  } catch (cause) {
    throw new MultipassError("USAGE", `${file} holds no saved plan`, {
      cause: cause instanceof z.ZodError ? undefined : cause,
      hint: `${planCommand} --save-plan FILE writes one.`,
    });
  }
}

function describeDifference(saved: Plan, current: Plan): string {
  const before = new Set(operationsOf(saved).map(operationName));
  const now = new Set(operationsOf(current).map(operationName));
  const lines = [
    ...[...before.difference(now)].map((name) => `  no longer to do: ${name}`),
    ...[...now.difference(before)].map((name) => `  new: ${name}`),
  ];
  const detail = lines.length === 0 ? ["  the same objects, with other values"] : lines;
  return ["the plan is no longer what has to be done", ...detail].join("\n");
}
