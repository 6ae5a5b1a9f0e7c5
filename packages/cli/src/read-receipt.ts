import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type JournalEntry, MultipassError, type Plan } from "@multipass-netbox/core";
import { buildUndoRecord, type SeedOperation, type UndoRecord } from "@multipass-netbox/seeder";
import * as z from "zod";
import { makeStateFolder } from "./state-folder.ts";

const planLine = z.looseObject({
  type: z.literal("plan"),
  plan: z.looseObject({
    target: z.string(),
    levels: z.array(
      z.array(z.looseObject({ action: z.string(), kind: z.string(), key: z.string() })),
    ),
  }),
});

const journalLine = z.looseObject({ type: z.enum(["begin", "intent", "outcome"]) });

/**
 * Reads the receipt of a run: a file, or the name of one in the user's state folder. Throws
 * `USAGE` for what is none. A last line that breaks off, as after `kill -9`, is left out.
 */
export async function readReceipt(name: string): Promise<UndoRecord> {
  const lines = (await readText(name)).split("\n").filter((line) => line !== "");
  try {
    const [first, ...rest] = lines.map(parseLine);
    const { plan } = planLine.parse(first);
    const journal = rest.filter((line) => line !== undefined);
    return buildUndoRecord(
      plan as unknown as Plan<SeedOperation>,
      journal.map((line) => journalLine.parse(line) as unknown as JournalEntry),
    );
  } catch (cause) {
    throw new MultipassError("USAGE", `${name} is no receipt of a seed`, {
      cause: cause instanceof z.ZodError ? undefined : cause,
      hint: "A run says at its end where its receipt is.",
    });
  }
}

function parseLine(line: string, index: number, lines: readonly string[]): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (index > 0 && index === lines.length - 1) {
      return undefined;
    }
    throw error;
  }
}

async function readText(name: string): Promise<string> {
  const folder = makeStateFolder("receipts");
  const isName = basename(name) === name;
  for (const file of isName ? [name, join(folder, name)] : [name]) {
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text !== undefined) {
      return text;
    }
  }
  const latest = (await readdir(folder)).toSorted().slice(-3);
  throw new MultipassError("USAGE", `there is no receipt ${name}`, {
    hint:
      latest.length === 0
        ? `Receipts are kept in ${folder}; there is none.`
        : `The latest in ${folder}:\n${latest.map((file) => `  ${file}`).join("\n")}`,
  });
}
