import { isUtf8 } from "node:buffer";
import type { Problem } from "./position.ts";

/** The text of a file, or what is wrong with its bytes. Pure. */
export function decodeText(file: string, bytes: Buffer): string | Problem {
  if (isUtf8(bytes)) {
    return bytes.toString("utf8");
  }
  if (utf16Marks.has(bytes.toString("hex", 0, 2))) {
    return { position: { file, line: 1, column: 1 }, message: "is UTF-16: save it as UTF-8" };
  }
  const readable = new TextDecoder().decode(bytes).split("\uFFFD", 1)[0] ?? "";
  const lines = readable.split("\n");
  return {
    position: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    message: "is not UTF-8 here: save it as UTF-8",
  };
}

const utf16Marks = new Set(["fffe", "feff"]);
