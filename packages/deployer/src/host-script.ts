/**
 * A POSIX shell script for a host. It is sent by stdin to `sh -s`, so no other user of the host
 * sees it. Compose can't be led astray by the environment: `COMPOSE_*` is removed. Pure.
 */
export function hostScript(...lines: readonly string[]): string {
  return `${[...prelude, ...lines].join("\n")}\n`;
}

const prelude = [
  "set -u",
  "umask 077",
  "export LC_ALL=C",
  `for name in $(env | sed -n 's/^\\(COMPOSE_[A-Za-z_]*\\)=.*/\\1/p'); do unset "$name"; done`,
];

/** One word of a shell script, whatever it holds. Pure. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Several words. Pure. */
export function quoteAll(words: readonly string[]): string {
  return words.map(quote).join(" ");
}
