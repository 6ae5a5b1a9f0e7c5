import type { ErrorCode } from "@multipass-netbox/core";
import type { FailedItem, ItemOutcome } from "./item-outcome.ts";
import { NetBoxError } from "./netbox-error.ts";

/**
 * A bulk request of which not every item was done. `outcomes` has an answer for each, in the
 * order of the request; `code`, `status` and `requestId` are those of what stopped it.
 */
export class NetBoxBulkError<T = unknown> extends NetBoxError {
  override readonly name = "NetBoxBulkError";
  declare readonly outcomes: readonly ItemOutcome<T>[];

  constructor(path: string, outcomes: readonly ItemOutcome<T>[], cause?: unknown) {
    const failed = outcomes.find((outcome) => outcome.status === "failed");
    const stopped = cause instanceof NetBoxError ? cause : undefined;
    const { status, exception, hint } = stopped ?? {};
    const requestId = stopped?.requestId ?? failed?.requestId;
    const details = { status, requestId, exception, hint, cause };
    super(codeOf(stopped ?? failed), describeBulk(path, outcomes, stopped), details);
    // Objects may hold what was answered once, a new token or the secret of a webhook: who prints
    // or logs the error must not print them.
    Object.defineProperty(this, "outcomes", { value: outcomes, enumerable: false });
  }
}

// Neither where the caller's own signal stopped it.
function codeOf(source: Pick<NetBoxError, "code"> | undefined): ErrorCode {
  return source?.code ?? "INTERRUPTED";
}

function describeBulk(
  path: string,
  outcomes: readonly ItemOutcome<unknown>[],
  stopped: NetBoxError | undefined,
): string {
  const said = describeOutcomes(outcomes);
  const isSaid = stopped === undefined || said.includes(stopped.message);
  return `${path}: ${said}${isSaid ? "" : `\n  ${stopped.message}`}`;
}

/** How many failures are told in full. */
const shownFailures = 5;

function describeOutcomes(outcomes: readonly ItemOutcome<unknown>[]): string {
  const count = (status: string): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const failures = outcomes.flatMap((outcome, index) =>
    outcome.status === "failed" ? [describeFailure(index, outcome)] : [],
  );
  const more = failures.length - shownFailures;
  return [
    `${count("done")} of ${outcomes.length} done, ${count("failed")} failed, ` +
      `${count("unknown")} unknown, ${count("not-attempted")} not attempted`,
    ...failures.slice(0, shownFailures),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
}

function describeFailure(index: number, { id, message }: FailedItem): string {
  return `  item ${index}${id === undefined ? "" : ` (id ${id})`}: ${message}`;
}
