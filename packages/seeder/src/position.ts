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

/** Orders by the name of the file, then from its beginning to its end. */
export function comparePositions(a: Position, b: Position): number {
  if (a.file !== b.file) {
    return a.file < b.file ? -1 : 1;
  }
  return a.line - b.line || a.column - b.column;
}
