import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerRequest } from "./answer-request.ts";
import { authenticate } from "./authenticate.ts";
import type { LoggedRequest, StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { dropField, type Fault, type Faults } from "./fault.ts";
import type { Context } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { readRequest } from "./read-request.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import { sendAnswer } from "./send-answer.ts";
import { Store } from "./store.ts";
import type { Language } from "./text.ts";

export interface StandInOptions {
  /** What goes wrong. Nothing does by default. */
  readonly faults?: Faults;
}

/** A running stand-in. Empty at first; ends with {@link NetBoxStandIn.stop} or `await using`. */
export interface NetBoxStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/netbox` */
  readonly url: string;
  /** The one token that it accepts, version 2. */
  readonly token: string;
  /** Every request so far, in the order of their answers. */
  readonly requests: readonly LoggedRequest[];
  /** Closes the server and every connection. Safe to repeat. */
  stop(): Promise<void>;
}

const basePath = "/netbox";
const token = "nbt_standin00045.0123456789abcdefghijABCDEFGHIJ0123456789";

/**
 * Starts a server on a free port of 127.0.0.1 that answers as NetBox 4.5.2 does to what our
 * packages send, in French unless asked for English, and 501 to everything else. It is held to
 * recordings of the real one by stand-in-4.5.contract.test.ts. Several may run at once.
 */
export async function startNetBox45StandIn(options: StandInOptions = {}): Promise<NetBoxStandIn> {
  const requests: LoggedRequest[] = [];
  const store = new Store();
  const server = createServer((message, response) => {
    serve(message, response).catch(() => response.destroy());
  });
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message, basePath);
    const fault = options.faults?.(request);
    const context = { store, kinds, baseUrl: `http://${request.headers["host"]}${basePath}` };
    const answer = answerFaulty(request, fault, context);
    requests.push(log(request, answer.status));
    await sendAnswer(response, answer, { fault, language: languageOf(request) });
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    if (server.listening) {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    }
  };
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${basePath}`;
  return { url, token, requests, stop, [Symbol.asyncDispose]: stop };
}

function answerFaulty(
  request: StandInRequest,
  fault: Fault | undefined,
  context: Context,
): StandInAnswer {
  if (fault?.type === "answer") {
    return { status: fault.status, contentType: fault.contentType, body: fault.body };
  }
  const body = fault?.type === "drop-field" ? dropField(request.body, fault.field) : request.body;
  try {
    authenticate(request.headers["authorization"], token);
    return answerRequest({ ...request, body }, context);
  } catch (error) {
    return error instanceof Refusal ? error.answer : new NotModelled(String(error)).answer;
  }
}

function log({ method, path, query, body }: StandInRequest, status: number): LoggedRequest {
  return { method, path: `${basePath}${path}`, query: query.toString(), body, status };
}

function languageOf({ headers }: StandInRequest): Language {
  return headers["accept-language"]?.startsWith("en") ? "en" : "fr";
}
