import { readFile } from "node:fs/promises";

/** The last lines of a log; none when there is no such file. */
export async function readLogEnd(file: string, count: number): Promise<readonly string[]> {
  try {
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    return lines.slice(-count);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return [];
    }
    throw error;
  }
}
