import * as z from "zod";
import { seedFileSchema } from "./seed-schema.ts";

/**
 * The JSON Schema of a seed file, for editors: draft 7, which their YAML servers know best. It
 * says less than the seeder checks, such as nothing of references. Pure.
 */
export function buildSeedJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(seedFileSchema, { io: "input", target: "draft-7" });
}
