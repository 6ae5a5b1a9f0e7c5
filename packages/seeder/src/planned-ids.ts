import type { Inventory } from "./inventory.ts";
import type { KindName } from "./kind-name.ts";
import type { SeedOperation, UpdateObject } from "./seed-operation.ts";

/** What a plan does to which object of NetBox, by its id. */
export class PlannedIds {
  readonly #operations = new Map<string, SeedOperation[]>();

  constructor(operations: readonly SeedOperation[], inventory: Inventory) {
    for (const operation of operations) {
      // What the plan itself makes has no id yet.
      for (const { kind, id } of inventory.findByKey(operation.kind, operation.key)) {
        const name = `${kind} ${id}`;
        this.#operations.set(name, [...(this.#operations.get(name) ?? []), operation]);
      }
    }
  }

  /** Whether the plan deletes it. */
  isDeleted(kind: KindName, id: number): boolean {
    return this.#at(kind, id).some(({ action }) => action === "delete");
  }

  /** Whether the plan deletes it or sets one of the fields that are asked for. */
  isSettled(kind: KindName, id: number, isField: (field: string) => boolean): boolean {
    const updates = this.#at(kind, id).filter(
      (operation): operation is UpdateObject => operation.action === "update",
    );
    return (
      this.isDeleted(kind, id) || updates.some(({ after }) => Object.keys(after).some(isField))
    );
  }

  #at(kind: KindName, id: number): readonly SeedOperation[] {
    return this.#operations.get(`${kind} ${id}`) ?? [];
  }
}
