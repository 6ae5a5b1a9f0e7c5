import { errorSentences } from "./error-sentences.ts";
import type { Field } from "./kind.ts";
import { FieldRefusal } from "./refusal.ts";
import { kindOfType } from "./targets.ts";

/** A list of types of objects, which NetBox answers in its own order. */
export const objectTypes: Field = {
  initial: null,
  parse: (sent, place) => {
    const types = sent as readonly string[];
    const bad = types.find((type) => !kindOfType(type, place));
    if (bad !== undefined) {
      throw new FieldRefusal(errorSentences.badContentType(bad));
    }
    return types.toSorted((a, b) => (a < b ? -1 : 1));
  },
};
