import { errorSentences } from "../error-sentences.ts";
import type { Filter } from "../kind.ts";
import { Refusal } from "../refusal.ts";

/** By the slugs of tags. Of several an object must have all (not recorded: NetBox's documents). */
export const tagFilter: Filter = (wanted, { store }) => {
  const tags = store.rows("extras/tags/");
  const ids = wanted.map((slug) => {
    const tag = tags.find(({ values }) => values["slug"] === slug);
    if (!tag) {
      throw new Refusal(400, { tag: [errorSentences.badFilterChoice(slug)] });
    }
    return tag.id;
  });
  return ({ values }) => ids.every((id) => (values["tags"] as readonly number[]).includes(id));
};
