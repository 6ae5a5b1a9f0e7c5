import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and its missing parents, all with exactly this mode whatever the umask is.
 * What is there already is left as it is.
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await chmod(made, mode);
  }
}
