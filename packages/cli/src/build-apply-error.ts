import {
  type ApplyResult,
  isMultipassError,
  type JournalOutcome,
  MultipassError,
  type Receipt,
} from "@multipass-netbox/core";

/** The error of a run that did not get to its end: what failed, what was done, what was not. */
export function buildApplyError({ receipt, failure }: ApplyResult, receiptFile: string): unknown {
  if (failure !== undefined && !isMultipassError(failure)) {
    return failure;
  }
  const { code = "APPLY_FAILED", message = "not everything was done", hint } = failure ?? {};
  const said = receipt.failed.map(describeOutcome);
  const known = `${describeReceipt(receipt)}. The next run goes on from what is there. Receipt: ${receiptFile}`;
  return new MultipassError(code, said.length === 0 ? message : said.join("\n"), {
    cause: failure,
    hint: hint === undefined ? known : `${hint}\n${known}`,
  });
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
