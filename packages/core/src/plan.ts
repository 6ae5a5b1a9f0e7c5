/**
 * One thing to do, as plain data: what is done (`create`), to which kind of thing
 * (`ip-address`), and which one by its natural key (`192.168.1.161/24`). Packages extend it
 * with what their executor needs; none of them adds methods, clients or database ids.
 */
export interface Operation {
  readonly action: string;
  readonly kind: string;
  readonly key: string;
}

/**
 * What is to be done, in order. The operations of one level do not depend on each other, so
 * an executor may batch them; a level starts when the one before has ended well.
 */
export interface Plan<O extends Operation = Operation> {
  /** What the plan was made for, for example the URL of a NetBox. */
  readonly target: string;
  readonly levels: readonly (readonly O[])[];
}

/** All operations of a plan in the order in which they will be applied. */
export function operationsOf<O extends Operation>(plan: Plan<O>): readonly O[] {
  return plan.levels.flat();
}

/** Whether there is nothing to do. */
export function isEmptyPlan(plan: Plan): boolean {
  return plan.levels.every((level) => level.length === 0);
}

/** How an operation is named in journals, receipts and messages: `create tag multipass-netbox`. */
export function operationName(operation: Operation): string {
  return `${operation.action} ${operation.kind} ${operation.key}`;
}
