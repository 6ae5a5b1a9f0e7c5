import { isDeepStrictEqual } from "node:util";
import { errorSentences } from "./error-sentences.ts";
import { errorTexts } from "./error-texts.ts";
import type { Field } from "./kind.ts";
import { FieldRefusal, NotModelled } from "./refusal.ts";
import type { Text } from "./text.ts";

/** A field that is answered as it was sent. */
export function plain(initial: unknown): Field {
  return { initial };
}

/** A text that must be sent for a new object, and not be empty. */
export const required: Field = {
  initial: null,
  isRequired: true,
  parse: (sent) => {
    if (sent === "") {
      throw new FieldRefusal(errorTexts.mayNotBeBlank);
    }
    return sent;
  },
};

/** A field that is there with its default; whoever writes something else into it gets a 501. */
export function constant(initial: unknown): Field {
  return {
    initial,
    parse: (sent, { kind }) => {
      if (!isDeepStrictEqual(sent, initial)) {
        throw new NotModelled(`writing ${JSON.stringify(sent)} into a field of ${kind.path}`);
      }
      return initial;
    },
  };
}

/** A number that NetBox counts. The stand-in does not: it is always 0. */
export const count: Field = { initial: 0, isReadOnly: true };

/** A field that follows from the others. */
export function computed(render: NonNullable<Field["render"]>): Field {
  return { initial: null, isReadOnly: true, render };
}

/** A column of NetBox's that its API does not answer. */
export function hidden(initial: unknown): Field {
  return { initial, isReadOnly: true, isHidden: true };
}

/** The same field under several names. */
export function each(field: Field, ...names: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(names.map((name) => [name, field]));
}

/** A choice: written as its value, answered as `{value, label}`. */
export function choice(choices: Readonly<Record<string, Text>>, initial: string | null): Field {
  return {
    initial,
    choices: Object.keys(choices),
    parse: (sent) => {
      if (typeof sent === "object" && sent !== null) {
        throw new FieldRefusal(errorTexts.passDirectly);
      }
      if (typeof sent !== "string" || !Object.hasOwn(choices, sent)) {
        throw new FieldRefusal(errorSentences.badChoice(sent));
      }
      return sent;
    },
    render: (stored) =>
      typeof stored === "string" ? { value: stored, label: choices[stored] } : null,
  };
}

/** A slug of ASCII letters. */
export const slug: Field = {
  ...required,
  parse: (sent) => parseSlug(sent, [errorTexts.slug]),
};

/** The slug of a tag, which both NetBox's model and its serializer check. */
export const unicodeSlug: Field = {
  ...required,
  parse: (sent) => parseSlug(sent, [errorTexts.unicodeSlug, errorTexts.unicodeSlugAgain]),
};

function parseSlug(sent: unknown, problem: readonly Text[]): unknown {
  if (typeof sent !== "string" || !/^[-\w]+$/.test(sent)) {
    throw new FieldRefusal(problem);
  }
  return sent;
}
