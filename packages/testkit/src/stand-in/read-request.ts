import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { StandInRequest } from "./exchange-types.ts";

/** Reads a request to its end. What is not below the base path is no path of ours. */
export async function readRequest(
  message: IncomingMessage,
  basePath: string,
): Promise<StandInRequest> {
  const { pathname, searchParams } = new URL(message.url ?? "/", "http://stand-in");
  const body = await text(message);
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: message.method ?? "GET",
    path: pathname.startsWith(`${basePath}/`)
      ? pathname.slice(basePath.length)
      : `outside${pathname}`,
    query: searchParams,
    headers: Object.fromEntries(headers) as Readonly<Record<string, string>>,
    body: body === "" ? undefined : (JSON.parse(body) as unknown),
    sizeBytes: Buffer.byteLength(body),
  };
}
