import { mkdir, open, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** New files that wait for their text, which their owner alone will be able to read. */
export interface ReservedFiles extends AsyncDisposable {
  /** Puts the text into one of them, on the disk before it resolves. */
  fill(path: string, text: string): Promise<void>;
  /** Why files could not be made, by path. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Makes files, empty, and their folders where they are missing, so that what comes later has its
 * place. A file that exists is a problem. Disposing removes those that were not filled.
 */
export async function reserveFiles(paths: readonly string[]): Promise<ReservedFiles> {
  const empty = new Set<string>();
  const problems = new Map<string, string>();
  for (const path of paths) {
    const problem = await reserveFile(path);
    if (problem === undefined) {
      empty.add(path);
    } else {
      problems.set(path, problem);
    }
  }
  return {
    problems,
    fill: async (path, text) => {
      await writeFile(path, text, { flag: "r+", flush: true });
      empty.delete(path);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...empty].map((path) => rm(path, { force: true })));
    },
  };
}

async function reserveFile(path: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, "wx", 0o600);
    await file.close();
    return undefined;
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    return code === "EEXIST" && syscall === "open" ? "exists" : `can't be made: ${message}`;
  }
}
