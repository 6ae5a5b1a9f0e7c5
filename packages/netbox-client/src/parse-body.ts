import type * as z from "zod";
import { NetBoxError } from "./netbox-error.ts";

/** Where a body came from, for the error message. */
export interface BodyOrigin {
  readonly path: string;
  readonly requestId?: string | undefined;
}

/** Parses an answer; what does not fit is `NETBOX_UNEXPECTED_BODY` with the place. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, origin: BodyOrigin): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  throw new NetBoxError(
    "NETBOX_UNEXPECTED_BODY",
    `${origin.path}: the answer has not the expected form: ${describeIssues(parsed.error)}`,
    { requestId: origin.requestId, hint: "Is this a NetBox between 4.5 and 4.7?" },
  );
}

/** Checks a body before it is sent; what does not fit is `NETBOX_VALIDATION`, nothing is sent. */
export function checkBody<T>(schema: z.ZodType<T>, body: unknown, path: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  throw new NetBoxError("NETBOX_VALIDATION", `${path}: not sent: ${describeIssues(parsed.error)}`);
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join(".") || "the body"}: ${issue.message}`)
    .join("; ");
}
