/** Progress, on stderr: stdout holds the tables. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
