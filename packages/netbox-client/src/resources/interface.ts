import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  taggedInput,
  taggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** An interface of a device (`dcim/interfaces`). */
export const interfaceResource = defineResource({
  path: "dcim/interfaces/",
  read: taggedSchema.extend({
    device: referenceSchema,
    name: z.string(),
    type: choiceSchema,
    enabled: z.boolean(),
    description: z.string(),
  }),
  write: z.strictObject({
    device: referenceInput,
    name: z.string(),
    type: z.string(),
    enabled: z.boolean().optional(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
