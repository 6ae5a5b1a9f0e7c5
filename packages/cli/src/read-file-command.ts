import type { HostConfig } from "@multipass-netbox/remote";

/** The command by which a person reads a file of the host: `ssh user@host cat FILE`. Pure. */
export function buildReadFileCommand(
  { ssh, port, identityFile }: HostConfig,
  file: string,
): string {
  const reading = ["cat", quoteWord(file)].join(" ");
  if (ssh === "local") {
    return reading;
  }
  return [
    "ssh",
    ...(port === undefined ? [] : ["-p", String(port)]),
    ...(identityFile === undefined ? [] : ["-i", quoteWord(identityFile)]),
    ssh,
    // The shell of the host reads it once more.
    quoteWord(reading),
  ].join(" ");
}

function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
