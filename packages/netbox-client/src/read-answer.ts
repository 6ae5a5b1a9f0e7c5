import type { Dispatcher } from "undici";
import { NetBoxError } from "./netbox-error.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";

/** Reads an answer whatever its status; JSON that breaks off is `NETBOX_UNEXPECTED_BODY`. */
export function readAnswer(
  request: NetBoxRequest,
  { statusCode, headers }: Dispatcher.ResponseData,
  text: string,
): Answer {
  const isJson = String(headers["content-type"] ?? "").startsWith("application/json");
  const requestId = headerOf(headers["x-request-id"]);
  return {
    status: statusCode,
    body:
      isJson && text !== "" ? parseJson(text, { request, status: statusCode, requestId }) : text,
    isJson,
    requestId,
    apiVersion: headerOf(headers["api-version"]),
    location: statusCode >= 300 && statusCode < 400 ? headerOf(headers["location"]) : undefined,
    retryAfterMs: parseRetryAfter(headerOf(headers["retry-after"])),
  };
}

function headerOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}

// RFC 9110: a number of seconds, or a date.
function parseRetryAfter(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

interface JsonOrigin {
  readonly request: NetBoxRequest;
  readonly status: number;
  readonly requestId: string | undefined;
}

function parseJson(text: string, { request, status, requestId }: JsonOrigin): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `${request.method} ${request.path}: the answer breaks off in the middle`;
    throw new NetBoxError("NETBOX_UNEXPECTED_BODY", message, { cause, status, requestId });
  }
}
