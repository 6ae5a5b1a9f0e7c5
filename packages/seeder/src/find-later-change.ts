import { isDeepStrictEqual } from "node:util";

/** Who changed an object after the run. */
export interface LaterChange {
  readonly user: string;
  /** ISO 8601, as NetBox says it. */
  readonly time: string;
}

/** An entry of NetBox's change log, as far as it is looked at here. */
export interface LoggedChange {
  readonly user_name: string;
  readonly time: string;
  readonly request_id: string;
  readonly message?: string | null | undefined;
  readonly postchange_data?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What is known of the requests of a run on one object. */
export interface OwnRequests {
  readonly requestIds: ReadonlySet<string>;
  /** Whether all of them are known. */
  readonly isAnswered: boolean;
}

/** Every message that we leave in the change log begins so. */
const ownMessage = "multipass-netbox seed";

/**
 * The last change of an object, unless it left the object as a change of the run had left it: then
 * nothing of it is to be seen any more. Where an answer was lost, a change that carries our message
 * counts as the run's: what it did to the fields is compared besides. Pure.
 */
export function findLaterChange(
  history: readonly LoggedChange[],
  { requestIds, isAnswered }: OwnRequests,
): LaterChange | undefined {
  const own = history.filter(
    ({ request_id: request, message }) =>
      requestIds.has(request) || (!isAnswered && message?.startsWith(ownMessage) === true),
  );
  const last = history.at(-1);
  const isOurs =
    last === undefined ||
    own.some((change) => change === last || isDeepStrictEqual(stateOf(change), stateOf(last)));
  return isOurs ? undefined : { user: last.user_name, time: last.time };
}

// Counters and times change without anybody changing the object.
function stateOf({ postchange_data: data }: LoggedChange): unknown {
  return (
    data &&
    Object.fromEntries(
      Object.entries(data).filter(([name]) => !/^last_updated$|_count$/.test(name)),
    )
  );
}
