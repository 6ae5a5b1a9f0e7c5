import { isMultipassError, type MultipassError } from "@multipass-netbox/core";

/** The typed error with which a promise is refused; fails the test when it is not one. */
export async function catchError(promise: Promise<unknown>): Promise<MultipassError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (isMultipassError(outcome)) {
    return outcome;
  }
  throw new TypeError(`expected a MultipassError, got ${String(outcome)}`);
}
