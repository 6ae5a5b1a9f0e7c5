import * as z from "zod";
import { baseInterfaceInput, baseInterfaceSchema } from "../interface-schemas.ts";
import { referenceInput, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** An interface of a virtual machine (`virtualization/interfaces`). */
export const vmInterfaceResource = defineResource({
  path: "virtualization/interfaces/",
  unique: [["virtual_machine", "name"]],
  read: baseInterfaceSchema.extend({
    virtual_machine: referenceSchema,
  }),
  write: z.strictObject({
    virtual_machine: referenceInput,
    ...baseInterfaceInput,
  }),
});
