import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerFaulty } from "./answer-faulty.ts";
import type { LoggedRequest, StandInRequest } from "./exchange-types.ts";
import type { Faults } from "./fault.ts";
import { insertFirstRows, superuser, superuserToken } from "./first-rows.ts";
import { kinds } from "./kinds.ts";
import { readRequest } from "./read-request.ts";
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
  /** A token of its superuser, version 2. */
  readonly token: string;
  /** The superuser, for who wants a token by name and password. */
  readonly superuser: { readonly username: string; readonly password: string };
  /** Every request so far, in the order of their answers. */
  readonly requests: readonly LoggedRequest[];
  /** Closes the server and every connection. Safe to repeat. */
  stop(): Promise<void>;
}

const basePath = "/netbox";

/**
 * Starts a server on a free port of 127.0.0.1 that answers as NetBox 4.5.2 does to what our
 * packages send, in French unless asked for English, and 501 to everything else. It is held to
 * recordings of the real one by stand-in-4.5.contract.test.ts. Several may run at once.
 */
export async function startNetBox45StandIn(options: StandInOptions = {}): Promise<NetBoxStandIn> {
  const requests: LoggedRequest[] = [];
  const serve = createService(options, requests);
  const server = createServer((message, response) => {
    serve(message, response).catch(() => response.destroy());
  });
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
  return { url, token: superuserToken, superuser, requests, stop, [Symbol.asyncDispose]: stop };
}

type Service = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One NetBox, and what it does with each request. */
function createService({ faults }: StandInOptions, requests: LoggedRequest[]): Service {
  const store = new Store();
  insertFirstRows({ store, kinds, baseUrl: "" });
  return async (message, response) => {
    const request = await readRequest(message, basePath);
    const fault = faults?.(request);
    if (fault?.type === "cut-before") {
      requests.push(log(request, 0));
      response.destroy();
      return;
    }
    const context = { store, kinds, baseUrl: baseUrlFor(request) };
    const requestId = randomUUID();
    const answer = answerFaulty({ request, fault, requestId }, context);
    requests.push(log(request, answer.status));
    await sendAnswer(response, answer, { fault, language: languageOf(request), requestId });
  };
}

function log({ method, path, query, body }: StandInRequest, status: number): LoggedRequest {
  return { method, path: `${basePath}${path}`, query: query.toString(), body, status };
}

// NetBox believes a gateway, or whoever says that it is one.
function baseUrlFor({ headers }: StandInRequest): string {
  const { "x-forwarded-proto": scheme = "http", "x-forwarded-host": host = headers["host"] } =
    headers;
  return `${scheme}://${host}${basePath}`;
}

function languageOf({ headers }: StandInRequest): Language {
  return headers["accept-language"]?.startsWith("en") ? "en" : "fr";
}
