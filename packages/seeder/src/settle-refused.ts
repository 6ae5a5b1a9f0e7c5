import type { Reporter } from "@multipass-netbox/core";
import { describeFieldErrors, type ItemError, NetBoxError } from "@multipass-netbox/netbox-client";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * Reports on a bulk request that NetBox refused as a whole: the objects that it names with
 * what it says of them, the others as not written on their account. Without an answer nothing
 * is known, and nothing is reported.
 */
export function settleRefused(
  operations: readonly SeedOperation[],
  error: unknown,
  reporter: Reporter<SeedOperation>,
): void {
  if (!(error instanceof NetBoxError) || !isRefusal(error)) {
    return;
  }
  const { requestId, items, message } = error;
  for (const [index, operation] of operations.entries()) {
    const own = items.find((item) => item.index === index);
    reporter.settle(operation, {
      status: "failed",
      requestId,
      message: own ? describeFieldErrors(own.fieldErrors) : describeOthers(items, message),
    });
  }
}

/** NetBox's own word that nothing was written; a gateway's page says nothing about NetBox. */
function isRefusal({ status = 0, items }: NetBoxError): boolean {
  return status >= 400 && (status < 500 || items.length > 0);
}

function describeOthers(items: readonly ItemError[], message: string): string {
  return items.some(({ index }) => index !== undefined)
    ? "not written, because NetBox refused another object of the same request"
    : `not written: ${message}`;
}
