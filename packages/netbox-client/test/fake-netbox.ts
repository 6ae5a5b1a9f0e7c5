import type { Exchange } from "@multipass-netbox/testkit";
import { MockAgent } from "undici";
import { createNetBoxClient, type NetBoxClient, type NetBoxClientOptions } from "../src/index.ts";

/** An answer as a recording holds it. */
export type FakeAnswer = Pick<Exchange["response"], "status" | "headers" | "body">;

/** A request as it left the client. */
interface SentRequest {
  readonly method: string;
  readonly origin: string | undefined;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

/** A client whose network edge is replaced, and what it sent. */
export interface FakeNetBox extends AsyncDisposable {
  readonly client: NetBoxClient;
  readonly requests: readonly SentRequest[];
}

export const token = "nbt_abcdefghijkl.ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcd";

/** A client that gets the given answers one after the other, whatever it asks for. */
export function openFakeNetBox(
  answers: readonly FakeAnswer[],
  options: Partial<NetBoxClientOptions> = {},
): FakeNetBox {
  const requests: SentRequest[] = [];
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  dispatcher
    .get("http://127.0.0.1:18080")
    .intercept({ path: () => true, method: () => true })
    .reply(({ method, origin, path, headers, body }) => {
      requests.push({
        method,
        origin,
        path,
        headers: headers as Readonly<Record<string, string>>,
        body: typeof body === "string" ? JSON.parse(body) : undefined,
      });
      return buildReply(answers[requests.length - 1]);
    })
    .persist();
  const url = "http://127.0.0.1:18080/netbox";
  const client = createNetBoxClient({ url, token, dispatcher, ...options });
  return {
    client,
    requests,
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      await dispatcher.close();
    },
  };
}

/** An answer of NetBox's API in JSON. */
export function jsonAnswer(status: number, body: unknown): FakeAnswer {
  const headers = {
    "content-type": "application/json",
    "api-version": "4.5",
    "x-request-id": "00000000-0000-4000-8000-000000000000",
  };
  return { status, headers, body };
}

function buildReply(answer: FakeAnswer | undefined) {
  if (!answer) {
    throw new Error("the client sent a request for which the test has no answer");
  }
  const { "Content-Length": _, "content-length": __, ...headers } = answer.headers;
  const data = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  return {
    statusCode: answer.status,
    data: answer.body === null ? "" : data,
    responseOptions: { headers },
  };
}
