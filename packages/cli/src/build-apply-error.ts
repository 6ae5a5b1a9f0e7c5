import {
  type ApplyResult,
  isMultipassError,
  type JournalOutcome,
  MultipassError,
  type Receipt,
} from "@multipass-netbox/core";

/** The error of a run that did not get to its end: what failed, what was done, what was not. */
export function buildApplyError({ receipt, failure }: ApplyResult, receiptFile: string): unknown {
  if (failure !== undefined && !isMultipassError(failure) && !isAbort(failure)) {
    return failure;
  }
  const code = isMultipassError(failure) ? failure.code : "APPLY_FAILED";
  const said = receipt.failed.map(describeOutcome);
  const message = said.length === 0 ? describeFailure(failure) : said.join("\n");
  const error = new MultipassError(code, message, {
    cause: isMultipassError(failure) ? failure : undefined,
    hint: [
      isMultipassError(failure) ? failure.hint : undefined,
      `${describeReceipt(receipt)}. The next run goes on from what is there. Receipt: ${receiptFile}`,
    ]
      .filter((part) => part !== undefined)
      .join("\n"),
  });
  return isAbort(failure) ? Object.assign(error, { name: "AbortError" }) : error;
}

function isAbort(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "AbortError";
}

function describeFailure(failure: unknown): string {
  return isAbort(failure)
    ? "stopped before the end"
    : failure instanceof Error
      ? failure.message
      : "not everything was done";
}

function describeOutcome({ operation, message }: JournalOutcome): string {
  return message === undefined ? operation : `${operation}: ${message}`;
}

function describeReceipt({ done, failed, unknown, notAttempted }: Receipt): string {
  return [
    `${done.length} done`,
    `${failed.length} failed`,
    ...(unknown.length === 0 ? [] : [`${unknown.length} with an unknown end`]),
    `${notAttempted.length} not attempted`,
  ].join(", ");
}
