import { NetBoxError } from "../src/index.ts";

/** The typed error with which a promise is refused; fails the test when it is not one. */
export async function catchError(promise: Promise<unknown>): Promise<NetBoxError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof NetBoxError) {
    return outcome;
  }
  throw new TypeError(`expected a NetBoxError, got ${String(outcome)}`);
}
