import type { ErrorCode } from "@multipass-netbox/core";
import { describeFieldErrors, type ItemError, NetBoxError } from "./netbox-error.ts";
import { parseItemErrors } from "./parse-item-errors.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";

/** The typed error for an answer that is not a success. */
export function buildAnswerError(request: NetBoxRequest, answer: Answer): NetBoxError {
  const items = parseItemErrors(answer.body);
  const code = codeOf(answer);
  return new NetBoxError(code, `${request.method} ${request.path}: ${describe(answer, items)}`, {
    status: answer.status,
    requestId: answer.requestId,
    items,
    exception: exceptionOf(answer.body),
    hint: hintOf(code, answer),
  });
}

function exceptionOf(body: unknown): string | undefined {
  const { exception } = (body ?? {}) as { readonly exception?: unknown };
  return typeof exception === "string" ? exception : undefined;
}

const codes: Readonly<Record<number, ErrorCode>> = {
  400: "NETBOX_VALIDATION",
  403: "NETBOX_FORBIDDEN",
  404: "NETBOX_NOT_FOUND",
  409: "NETBOX_CONFLICT",
  412: "NETBOX_CONFLICT",
  429: "NETBOX_RATE_LIMIT",
};

function codeOf({ status }: Answer): ErrorCode {
  return codes[status] ?? (status >= 500 ? "NETBOX_SERVER" : "NETBOX_UNEXPECTED_BODY");
}

function describe({ status, isJson, location }: Answer, items: readonly ItemError[]): string {
  if (location !== undefined) {
    return `NetBox redirects to ${location} (${status})`;
  }
  const said = describeFieldErrors(items.flatMap(({ fieldErrors }) => fieldErrors));
  if (said !== "") {
    return `${said} (${status})`;
  }
  return isJson ? `answered ${status}` : `answered ${status} with a page instead of JSON`;
}

function hintOf(code: ErrorCode, { isJson }: Answer): string | undefined {
  if (code === "NETBOX_SERVER" && !isJson) {
    return "A gateway that gets no answer from NetBox says this, and NetBox itself when it can't reach its Valkey or Redis.";
  }
  if (!isJson) {
    return "Does the address hold NetBox's base path, for example http://127.0.0.1:8080/netbox ?";
  }
  return code === "NETBOX_FORBIDDEN"
    ? "The token is valid, its user lacks the permission."
    : undefined;
}
