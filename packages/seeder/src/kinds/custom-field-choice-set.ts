import * as z from "zod";
import { nameText, text } from "../entry-schemas.ts";
import { choice, plain } from "../field-codecs.ts";
import { defineMarkedKind, markedText } from "../marked-kind.ts";
import { namedKind } from "./named-kind.ts";

/** What a custom field lets choose from: pairs of a value and its label, in their order. */
export const customFieldChoiceSetKind = defineMarkedKind({
  name: "custom-field-choice-set",
  collection: "custom-field-choice-sets",
  objectType: "extras.customfieldchoiceset",
  schema: z
    .strictObject({
      name: nameText,
      base_choices: z.enum(["IATA", "ISO_3166", "UN_LOCODE"]).optional(),
      extra_choices: z.array(z.tuple([text(100), text(100)])).default([]),
      description: markedText.optional(),
    })
    .superRefine(({ base_choices: base, extra_choices: extra }, context) => {
      if (base === undefined && extra.length === 0) {
        const message = "there must be some, such as [[a, Alpha], [b, Beta]]";
        context.addIssue({ code: "custom", path: ["extra_choices"], message });
      }
    }),
  endpoint: (client) => client.customFieldChoiceSets,
  fields: {
    name: plain("name"),
    base_choices: choice("base_choices"),
    extra_choices: plain("extra_choices"),
  },
  ...namedKind,
});
