/** An object as it is stored: values of its fields as they are written, ids for references. */
export interface Row {
  readonly id: number;
  /** In UTC, to the microsecond. */
  readonly created: string;
  readonly lastUpdated: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The objects of one NetBox by the path of their kind, in memory. */
export class Store {
  readonly #tables = new Map<string, Map<number, Row>>();
  readonly #lastIds = new Map<string, number>();
  #lastTimeUs = 0;

  rows(path: string): readonly Row[] {
    return [...(this.#tables.get(path)?.values() ?? [])];
  }

  get(path: string, id: number): Row | undefined {
    return this.#tables.get(path)?.get(id);
  }

  insert(path: string, values: Row["values"]): Row {
    const id = this.drawId(path);
    const now = this.now();
    return this.#put(path, { id, created: now, lastUpdated: now, values });
  }

  /** The next id, which nobody else will get. */
  drawId(path: string): number {
    const id = (this.#lastIds.get(path) ?? 0) + 1;
    this.#lastIds.set(path, id);
    return id;
  }

  replace(path: string, row: Row, values: Row["values"]): Row {
    return this.#put(path, { ...row, lastUpdated: this.now(), values });
  }

  /** Stores other values as if nothing had happened: `last_updated` stays. */
  amend(path: string, row: Row, values: Row["values"]): Row {
    return this.#put(path, { ...row, values });
  }

  delete(path: string, id: number): void {
    this.#tables.get(path)?.delete(id);
  }

  /** Never the same twice: who compares `last_updated` must see every change. */
  now(): string {
    this.#lastTimeUs = Math.max(Date.now() * 1000, this.#lastTimeUs + 1);
    const micros = String(this.#lastTimeUs % 1000).padStart(3, "0");
    return new Date(Math.floor(this.#lastTimeUs / 1000)).toISOString().replace("Z", `${micros}Z`);
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
