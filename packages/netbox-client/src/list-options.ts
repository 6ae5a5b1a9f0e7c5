/** How objects are asked for. */
export interface ListOptions {
  /** Filters to send although no recorded NetBox knows them: those of a plugin, for example. */
  readonly allowFilters?: readonly string[] | undefined;
  /** Ask for these fields alone, and the id: NetBox answers several times faster. */
  readonly fields?: readonly string[] | undefined;
  /** Objects per request, 1 to 1000. Default 1000; a server with a lower limit gives fewer. */
  readonly pageSize?: number | undefined;
  /** Pages asked for at once. Default 1: the server's rendering is the limit. */
  readonly concurrency?: number | undefined;
  /** Cancels the requests under way and those to come. */
  readonly signal?: AbortSignal | undefined;
}

/** {@link ListOptions} with the names of the fields that are answered. */
export interface ProjectedListOptions<Field extends string> extends ListOptions {
  readonly fields: readonly Field[];
}

/** The names of the fields that a schema knows, without those that pass through. */
export type KnownField<Read> = keyof {
  [Name in keyof Read as string extends Name ? never : Name]: Read[Name];
} &
  string;

/** An object with some of its fields and its id. */
export type Projected<Read, Field extends string> = {
  readonly [Name in Field & keyof Read]: Read[Name];
} & { readonly id: number };
