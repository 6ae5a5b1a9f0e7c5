/** A sentence of NetBox in the two languages that were recorded. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

/** A language that the stand-in speaks: English when asked for it, else the server's French. */
export type Language = keyof Text;

/** A sentence that NetBox says in one language only, or whose French nobody recorded. */
export function same(sentence: string): Text {
  return { en: sentence, fr: sentence };
}

/** A sentence in one language, where it becomes a part of another one. */
export function inLanguage(text: string | Text, language: Language): string {
  return typeof text === "string" ? text : text[language];
}

/** Puts every {@link Text} in an answer into one language. */
export function translate(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => translate(item, language));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (isText(value)) {
    return value[language];
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, translate(item, language)]));
}

function isText(value: object): value is Text {
  return "en" in value && "fr" in value;
}
