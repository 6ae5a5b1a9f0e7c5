import { isCustomFieldFilter, customFieldFilter } from "./filters/custom-field-filter.ts";
import { idFilters } from "./filters/number-filters.ts";
import { tagFilter } from "./filters/tag-filter.ts";
import { timeFilters } from "./filters/time-filters.ts";
import type { Filter, Filters, Place } from "./kind.ts";
import { projectionNames } from "./read-projection.ts";
import { NotModelled } from "./refusal.ts";
import type { Row } from "./store.ts";

const paging = new Set(["limit", "offset", "ordering"]);

const timesOf = {
  created: timeFilters("created", ({ created }) => created),
  last_updated: timeFilters("last_updated", ({ lastUpdated }) => lastUpdated),
};

/**
 * The rows that a list request asks for. NetBox ignores a filter that it does not know; here it
 * is a 501, because our client must never send one. The one exception are custom fields.
 */
export function filterRows(query: URLSearchParams, place: Place): readonly Row[] {
  const names = [...new Set(query.keys())].filter(
    (name) => !paging.has(name) && !projectionNames.has(name),
  );
  return names.reduce<readonly Row[]>((rows, name) => {
    const filter = findFilter(name, place);
    if (!filter) {
      throw new NotModelled(`the filter ${name} of ${place.kind.path}`);
    }
    return rows.filter(filter(query.getAll(name), place));
  }, place.store.rows(place.kind.path));
}

function findFilter(name: string, { kind }: Place): Filter | undefined {
  const { times = ["created", "last_updated"], isUnlogged, fields, filters } = kind;
  const common: Filters = {
    ...idFilters,
    ...(isUnlogged ? {} : Object.assign({}, ...times.map((time) => timesOf[time]))),
    ...("tags" in fields ? { tag: tagFilter } : {}),
    ...(isCustomFieldFilter(name) ? { [name]: customFieldFilter(name) } : {}),
  };
  return filters[name] ?? common[name];
}
