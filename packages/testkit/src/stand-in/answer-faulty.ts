import { answerRequest } from "./answer-request.ts";
import { authenticate, authorize } from "./authenticate.ts";
import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { dropField, type Fault } from "./fault.ts";
import type { Context } from "./kind.ts";
import { provisionPath, provisionToken } from "./provision-token.ts";
import { NotModelled, Refusal, serverError } from "./refusal.ts";

// Django's DATA_UPLOAD_MAX_MEMORY_SIZE.
const maxBodyBytes = 2_621_440;

/** What a request is answered, with what goes wrong on the server's side. */
export interface Asked {
  readonly request: StandInRequest;
  readonly fault: Fault | undefined;
  /** What the answer will have as its `X-Request-ID`. */
  readonly requestId: string;
}

/** Authenticates a request and carries it out. Never throws. */
export function answerFaulty(
  { request, fault, requestId }: Asked,
  context: Omit<Context, "request">,
): StandInAnswer {
  if (fault?.type === "answer") {
    return fault;
  }
  const body = fault?.type === "drop-field" ? dropField(request.body, fault.field) : request.body;
  try {
    return carryOut({ ...request, body }, requestId, context);
  } catch (error) {
    return error instanceof Refusal ? error.answer : new NotModelled(String(error)).answer;
  }
}

function carryOut(
  request: StandInRequest,
  requestId: string,
  context: Omit<Context, "request">,
): StandInAnswer {
  if (`${request.method} ${request.path}` === `POST ${provisionPath}`) {
    return provisionToken(request.body, context);
  }
  const authenticated = authenticate(request.headers["authorization"], context.store);
  authorize(request, authenticated, context.store);
  if (request.sizeBytes > maxBodyBytes) {
    throw serverError(
      "RequestDataTooBig",
      "Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.",
    );
  }
  const identity = { id: requestId, user: authenticated.user };
  return answerRequest(request, { ...context, request: identity });
}
