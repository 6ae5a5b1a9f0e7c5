import type { Place } from "./kind.ts";
import type { Row } from "./store.ts";

/** An object as a GET of it answers, labels still in both languages. */
export function renderObject(row: Row, place: Place): Readonly<Record<string, unknown>> {
  return {
    ...renderHead(row, place),
    display_url: renderDisplayUrl(row, place),
    ...renderFields(row, place, Object.keys(place.kind.fields)),
    created: row.created,
    last_updated: row.lastUpdated,
  };
}

/** An object as another one holds it. */
export function renderBrief(
  row: Row,
  place: Place,
  names: readonly string[] = place.kind.brief,
): Readonly<Record<string, unknown>> {
  const link = names.includes("display_url") ? { display_url: renderDisplayUrl(row, place) } : {};
  const fields = names.filter((name) => name in place.kind.fields);
  return { ...renderHead(row, place), ...link, ...renderFields(row, place, fields) };
}

function renderDisplayUrl({ id }: Row, { kind, baseUrl }: Place): string {
  return `${baseUrl}/${kind.path}${id}/`;
}

function renderHead({ id, values }: Row, { kind, baseUrl }: Place) {
  return { id, url: `${baseUrl}/api/${kind.path}${id}/`, display: kind.display(values) };
}

function renderFields(
  row: Row,
  place: Place,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const entries = names.map((name) => {
    const field = place.kind.fields[name];
    const stored = row.values[name];
    return [name, field?.render ? field.render(stored, place, row) : stored];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}
