import { NetBoxBulkError } from "../src/index.ts";

/** The error with which a bulk request is refused; fails the test when it is not one. */
export async function catchBulk(promise: Promise<unknown>): Promise<NetBoxBulkError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof NetBoxBulkError) {
    return outcome;
  }
  throw new TypeError(`expected a NetBoxBulkError, got ${String(outcome)}`);
}
