import type { PlacedYaml } from "./placed-yaml.ts";
import type { Position } from "./position.ts";

/** A file or folder that a seed file names under `include`. */
export interface Include {
  /** As it is written: relative to the file that includes it. */
  readonly path: string;
  readonly position: Position;
}

/** What a file includes. What is no list of paths is the schema's to refuse. Pure. */
export function includesOf(file: PlacedYaml): readonly Include[] {
  const data = file.data as Readonly<Record<string, unknown>> | null | undefined;
  const paths: unknown = data?.["include"];
  return Array.isArray(paths)
    ? paths.flatMap((path: unknown, index) =>
        typeof path === "string" && path !== ""
          ? [{ path, position: file.positionOf(["include", index]) }]
          : [],
      )
    : [];
}
