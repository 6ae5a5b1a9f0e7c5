import { fileURLToPath } from "node:url";

/** The path of a file shipped in `native/`, which stands beside both `src` and `dist`. */
export function nativeFile(...segments: readonly string[]): string {
  return fileURLToPath(new URL(`../native/${segments.join("/")}`, import.meta.url));
}
