import { posix } from "node:path";
import { MultipassError, type PlacedFile } from "@multipass-netbox/core";
import { quoteWords } from "./quote-words.ts";

/**
 * POSIX shell that puts files in their places: all of them are written beside their places, brought
 * to disk and only then moved. `mark` makes the names beside unique. Pure.
 */
export function buildPlaceScript(files: readonly PlacedFile[], mark: string): string {
  const uploads = files.map((file, index) => ({ ...file, beside: besideOf(file, mark, index) }));
  const besides = quoteWords(uploads.map(({ beside }) => beside));
  return `${[
    "set -eu",
    "umask 077",
    `trap ${quoteWords([`rm -f -- ${besides}`])} EXIT`,
    "trap 'exit 1' HUP INT TERM",
    ...uploads.map(({ beside, content }) => decodeTo(quoteWords([beside]), content)),
    ...uploads.map(({ beside, mode }) => `chmod ${mode.toString(8)} ${quoteWords([beside])}`),
    `sync -- ${besides}`,
    ...uploads.map(({ beside, path }) => `mv -fT -- ${quoteWords([beside, path])}`),
  ].join("\n")}\n`;
}

/** A name in the folder of the file that nothing else has. Throws for a path that can't be one. Pure. */
export function besideOf({ path }: { readonly path: string }, mark: string, index: number): string {
  if (!posix.isAbsolute(path) || path.includes("\0") || path.endsWith("/")) {
    throw new MultipassError("INTERNAL", `${JSON.stringify(path)} is no absolute path of a file`);
  }
  return posix.join(posix.dirname(path), `.multipass-${mark}-${index}`);
}

/** Shell that writes a content to the file that a word of shell names. Pure. */
export function decodeTo(word: string, content: string | Uint8Array): string {
  return `base64 -d > ${word} <<'END'\n${Buffer.from(content).toString("base64")}\nEND`;
}
