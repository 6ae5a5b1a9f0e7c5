import type { Place } from "./kind.ts";
import { localTime } from "./local-time.ts";
import type { Row } from "./store.ts";

type Rendered = Readonly<Record<string, unknown>>;

/** Which fields of an object are wanted. */
export type Wanted = (name: string) => boolean;

/** An object as a GET of it answers, labels still in both languages. */
export function renderObject(row: Row, place: Place, wanted: Wanted = () => true): Rendered {
  const { times = ["created", "last_updated"], fields } = place.kind;
  const shown = Object.keys(fields).filter((name) => !fields[name]?.isHidden && wanted(name));
  const head = { ...renderHead(row, place), display_url: renderDisplayUrl(row, place) };
  const stamps = { created: localTime(row.created), last_updated: localTime(row.lastUpdated) };
  return {
    ...pick(head, wanted),
    ...renderFields(row, place, shown),
    ...pick(stamps, (name) => times.some((time) => time === name) && wanted(name)),
  };
}

/** An object as another one holds it. */
export function renderBrief(
  row: Row,
  place: Place,
  names: readonly string[] | undefined = place.kind.brief,
): Rendered {
  if (!names) {
    return renderObject(row, place);
  }
  const link = names.includes("display_url") ? { display_url: renderDisplayUrl(row, place) } : {};
  const fields = names.filter((name) => name in place.kind.fields);
  return { ...renderHead(row, place), ...link, ...renderFields(row, place, fields) };
}

function renderDisplayUrl({ id }: Row, { kind, baseUrl }: Place): string {
  return `${baseUrl}/${kind.pages ?? kind.path}${id}/`;
}

function renderHead(row: Row, { kind, baseUrl }: Place) {
  return { id: row.id, url: `${baseUrl}/api/${kind.path}${row.id}/`, display: kind.display(row) };
}

function pick(object: Rendered, wanted: Wanted): Rendered {
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted(name)));
}

function renderFields(row: Row, place: Place, names: readonly string[]): Rendered {
  const entries = names.map((name) => {
    const field = place.kind.fields[name];
    const stored = row.values[name];
    return [name, field?.render ? field.render(stored, place, row) : stored];
  });
  return Object.fromEntries(entries) as Rendered;
}
