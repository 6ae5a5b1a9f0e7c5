import { errorSentences } from "../error-sentences.ts";
import type { Filter, Filters, Place } from "../kind.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";

/** What objects are found by. */
interface Pointing {
  /** The kind that they point to. */
  readonly path: string;
  /** The field of that kind by which the filter without `_id` knows it. Default `slug`. */
  readonly key?: string;
  /** The id that an object points to, or the ids. Default: the field of the filter's name. */
  readonly idOf?: (row: Row, place: Place) => unknown;
  /** Finds nothing by what does not exist, where the filter is no choice of NetBox's forms. */
  readonly isLenient?: true;
}

/** Filters by what objects point to: `site=homelab` and `site_id=1`. */
export function pointingFilters(name: string, pointing: Pointing): Filters {
  const { path, key = "slug" } = pointing;
  const find: Find = (text, { store }) =>
    store
      .rows(path)
      .filter(({ values }) => values[key] === text)
      .map(({ id }) => id);
  return {
    [name]: pointingFilter(name, find, withOwnField(name, pointing)),
    ...pointingIdFilter(name, pointing),
  };
}

/** The one with the id alone, `rack_id=1`, where NetBox has no other. `null` is none. */
export function pointingIdFilter(name: string, pointing: Pointing): Filters {
  const parameter = `${name}_id`;
  const find: Find = (text, { store }) => {
    if (text === "null") {
      return [null];
    }
    if (!/^\d+$/.test(text)) {
      throw refuseNumber(parameter, text, pointing);
    }
    return store.get(pointing.path, Number(text)) ? [Number(text)] : [];
  };
  return { [parameter]: pointingFilter(parameter, find, withOwnField(name, pointing)) };
}

/** What is nested below an object of its own kind. The stand-in nests nothing. */
export function ancestorFilters(path: string): Filters {
  return pointingFilters("ancestor", { path, idOf: () => undefined });
}

type Find = (text: string, place: Place) => readonly unknown[];
type OwnField = Required<Pick<Pointing, "idOf">> & Pick<Pointing, "isLenient">;

function withOwnField(name: string, { idOf, isLenient }: Pointing): OwnField {
  return { idOf: idOf ?? (({ values }) => values[name]), ...(isLenient ? { isLenient } : {}) };
}

function pointingFilter(parameter: string, find: Find, { idOf, isLenient }: OwnField): Filter {
  return (wanted, place) => {
    const ids = new Set(
      wanted.flatMap((text) => {
        const found = find(text, place);
        return found.length > 0 || isLenient ? found : refuse(parameter, text);
      }),
    );
    return (row) => [idOf(row, place)].flat().some((id) => ids.has(id));
  };
}

function refuse(parameter: string, text: string): never {
  throw new Refusal(400, { [parameter]: [errorSentences.badFilterChoice(text)] });
}

function refuseNumber(parameter: string, text: string, { isLenient }: Pointing): Refusal {
  return isLenient
    ? new NotModelled(`the filter ${parameter}=${text}`)
    : new Refusal(400, { [parameter]: [errorSentences.badFilterNumber(text)] });
}
