/** An object as it is stored: values of its fields as they are written, ids for references. */
export interface Row {
  readonly id: number;
  readonly created: string;
  readonly lastUpdated: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The objects of one NetBox by the path of their kind, in memory. */
export class Store {
  readonly #tables = new Map<string, Map<number, Row>>();
  readonly #lastIds = new Map<string, number>();

  rows(path: string): readonly Row[] {
    return [...(this.#tables.get(path)?.values() ?? [])];
  }

  get(path: string, id: number): Row | undefined {
    return this.#tables.get(path)?.get(id);
  }

  insert(path: string, values: Row["values"]): Row {
    const id = (this.#lastIds.get(path) ?? 0) + 1;
    this.#lastIds.set(path, id);
    const now = new Date().toISOString();
    return this.#put(path, { id, created: now, lastUpdated: now, values });
  }

  replace(path: string, row: Row, values: Row["values"]): Row {
    return this.#put(path, { ...row, lastUpdated: new Date().toISOString(), values });
  }

  delete(path: string, id: number): void {
    this.#tables.get(path)?.delete(id);
  }

  /**
   * Runs the work and takes it all back when it throws. As in PostgreSQL, the ids that it drew
   * stay drawn.
   */
  transaction<T>(work: () => T): T {
    const before = [...this.#tables].map(([path, rows]) => [path, new Map(rows)] as const);
    try {
      return work();
    } catch (error) {
      this.#tables.clear();
      for (const [path, rows] of before) {
        this.#tables.set(path, rows);
      }
      throw error;
    }
  }

  #put(path: string, row: Row): Row {
    const table = this.#tables.get(path) ?? new Map<number, Row>();
    this.#tables.set(path, table.set(row.id, row));
    return row;
  }
}
