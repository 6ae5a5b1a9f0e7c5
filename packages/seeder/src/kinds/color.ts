import * as z from "zod";

/** A colour as NetBox has it: `1e88e5`. */
export const color = z.string().regex(/^[0-9a-f]{6}$/, "has six hexadecimal digits");
