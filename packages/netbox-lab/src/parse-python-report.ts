/** What a Python interpreter says of itself. */
export interface PythonReport {
  /** The interpreter behind a shim or a virtual environment. */
  readonly path: string;
  readonly major: number;
  readonly minor: number;
  /** Whether it can make a virtual environment with pip (Debian: package python3-venv). */
  readonly hasVenv: boolean;
}

/** Prints a line for {@link parsePythonReport}; understood by every Python 3. */
export const pythonReportScript = [
  "import sys",
  "from importlib.util import find_spec as f",
  "v = all(map(f, ('venv', 'ensurepip')))",
  "print('python-report', sys.version_info[0], sys.version_info[1], int(v), sys.executable)",
].join("\n");

/** Reads the output of {@link pythonReportScript}; undefined if it is something else. Pure. */
export function parsePythonReport(output: string): PythonReport | undefined {
  const match = /^python-report (\d+) (\d+) ([01]) (.+)$/mu.exec(output);
  if (match === null) return undefined;
  const [, major, minor, hasVenv, path = ""] = match;
  return { path, major: Number(major), minor: Number(minor), hasVenv: hasVenv === "1" };
}

/** NetBox 4.7 needs 3.12. Pure. */
export function isNewEnough({ major, minor }: PythonReport): boolean {
  return major === 3 && minor >= 12;
}
