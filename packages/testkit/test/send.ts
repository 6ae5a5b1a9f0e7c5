import type { NetBoxStandIn } from "../src/index.ts";

/** What came back from a stand-in. */
export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null without a body. */
  readonly body: unknown;
}

type Sending = readonly [method: string, path: string, body?: unknown];

/** Sends a request of ours to a stand-in, in English, as its superuser. */
export async function send({ url, token }: NetBoxStandIn, ...sending: Sending): Promise<Sent> {
  const [method, path, body] = sending;
  const answer = await fetch(`${url}/api/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "accept-language": "en" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === "" ? null : (JSON.parse(text) as unknown),
  };
}
