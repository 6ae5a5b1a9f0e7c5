import { buildAnswerError } from "./answer-error.ts";
import { NetBoxError } from "./netbox-error.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";
import type { Transport } from "./transport.ts";
import { untilAborted } from "./until-aborted.ts";

/** Requests to one NetBox whose failures are typed errors. */
export interface Connection {
  /** Sends a request and gives its JSON; anything but a 2xx with JSON is thrown. */
  request(request: NetBoxRequest): Promise<Answer>;
  /**
   * NetBox's minor version, `4.5`, as every answer of its API tells it. Asked for at most once,
   * unless nobody answers; a signal ends only the waiting.
   */
  apiVersion(signal?: AbortSignal): Promise<string>;
}

/** Puts error handling on a transport. */
export function openConnection(transport: Transport): Connection {
  let version: string | undefined;
  let asked: Promise<string> | undefined;
  const request = async (wanted: NetBoxRequest): Promise<Answer> => {
    refuseQueryOnWrite(wanted);
    const answer = await transport.send(wanted);
    version ??= answer.apiVersion;
    return isSuccess(answer) ? answer : await refuse(wanted, answer, transport);
  };
  const ask = async (): Promise<string> => {
    try {
      return await askVersion(request);
    } finally {
      // The next caller may find a NetBox that answers.
      asked = undefined;
    }
  };
  return {
    request,
    apiVersion: async (signal) => {
      signal?.throwIfAborted();
      return version ?? (await untilAborted((asked ??= ask()), signal));
    },
  };
}

// `PATCH ?fields=id {…}` is answered with 200 and changes nothing.
function refuseQueryOnWrite({ method, path, query }: NetBoxRequest): void {
  if (method !== "GET" && query !== undefined) {
    throw new NetBoxError("INTERNAL", `${method} ${path}: a write takes no query parameters`);
  }
}

function isSuccess({ status, isJson }: Answer): boolean {
  return status === 204 || (isJson && status >= 200 && status < 300);
}

async function refuse(
  request: NetBoxRequest,
  answer: Answer,
  transport: Transport,
): Promise<never> {
  const isToken = answer.status === 403 && (await isTokenRefused(request, transport));
  throw isToken ? refuseToken(answer) : buildAnswerError(request, answer);
}

/**
 * NetBox answers 403 to a wrong token and to a missing permission alike; only its
 * authentication check tells them apart (measured on 4.5.2 and 4.7.3). When the check itself
 * fails, what NetBox answered first is all that is known.
 */
async function isTokenRefused({ path }: NetBoxRequest, transport: Transport): Promise<boolean> {
  const check = { method: "GET", path: "authentication-check/" } as const;
  if (path === check.path) {
    return true;
  }
  const answer = await transport.send(check).catch(() => undefined);
  return answer?.status === 403;
}

function refuseToken({ status, requestId }: Answer): NetBoxError {
  return new NetBoxError("NETBOX_AUTH", "NetBox does not accept the token", {
    status,
    requestId,
    hint: "Wrong, disabled, expired, or not allowed from this address. A version 2 token is sent whole: nbt_<key>.<token>",
  });
}

async function askVersion(request: Connection["request"]): Promise<string> {
  return readVersion(await request({ method: "GET", path: "status/" }));
}

function readVersion({ apiVersion }: Answer): string {
  if (apiVersion === undefined) {
    throw new NetBoxError("NETBOX_UNEXPECTED_BODY", "the answer has no API-Version header", {
      hint: "Is this a NetBox, 4.5 or later?",
    });
  }
  return apiVersion;
}
