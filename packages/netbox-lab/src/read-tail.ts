import { readFile } from "node:fs/promises";

const tailLines = 20;

/** The last lines of a log file, with its path before them. */
export async function readTail(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  const tail = text.trimEnd().split("\n").slice(-tailLines).join("\n");
  return tail === "" ? `${logFile} is empty` : `The end of ${logFile}:\n${tail}`;
}
