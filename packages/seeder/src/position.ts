/** A place in a YAML file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a YAML file, with its place. */
export interface Problem {
  readonly position: Position;
  readonly message: string;
}

/** `seed-data/device.yaml:12:5`, as editors and terminals make it clickable. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}
