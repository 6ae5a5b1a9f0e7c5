/** One filter value; a list is sent as the same parameter several times. */
export type FilterValue = string | number | boolean | readonly (string | number)[];

/** Query parameters of a list request: NetBox's own filter names, for example `slug` or `cf_vmid`. */
export type Filters = Readonly<Record<string, FilterValue>>;

/** Encodes filters in the order given. */
export function buildQuery(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      query.append(name, String(item));
    }
  }
  return query.toString();
}
