import { createHash } from "node:crypto";
import type { RenderedStack, StackFile } from "./rendered-stack.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** Sha256, in hex, of all that makes a container another one. Pure. */
export function digestService(
  definition: ServiceDefinition,
  files: readonly StackFile[],
  networks: RenderedStack["networks"],
): string {
  const sources = new Set([definition.env_file, ...definition.volumes.map(({ source }) => source)]);
  const own = files.filter(({ path }) => sources.has(`./${path}`));
  return createHash("sha256")
    .update(JSON.stringify([definition, own, networks]))
    .digest("hex");
}
