import { createHash } from "node:crypto";
import type { PlacedFile } from "@multipass-netbox/core";
import { besideOf, decodeTo } from "./place-script.ts";
import { quoteWords } from "./quote-words.ts";

/**
 * POSIX shell that writes over an existing file, so that its inode stays. The new content and a copy
 * of the old one are on the disk before; if what then stands in the file is not the new content,
 * the old one is put back. Pure.
 */
export function buildRewriteScript(file: Omit<PlacedFile, "mode">, mark: string): string {
  const { path, content } = file;
  const sha256 = createHash("sha256").update(content).digest("hex");
  return `set -eu
umask 077
file=${quoteWords([path])}
new=${quoteWords([besideOf(file, mark, 0)])}
old=${quoteWords([besideOf(file, mark, 1)])}
holds() { [ "$(sha256sum < "$1")" = '${sha256}  -' ]; }
fail() { echo "$1" >&2; exit 1; }
writing=
finish() {
  if [ -n "$writing" ] && ! holds "$file"; then
    cat "$old" > "$file" || { echo "the content from before is in $old" >&2; old=; }
  fi
  rm -f -- "$new" \${old:+"$old"}
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
[ -f "$file" ] || fail "$file is not there, or no file"
${decodeTo('"$new"', content)}
holds "$new" || fail "$new did not arrive as it was sent"
cat "$file" > "$old"
sync -- "$new" "$old"
writing=1
cat "$new" > "$file"
holds "$file" || fail "$file is not as it was written"
`;
}
