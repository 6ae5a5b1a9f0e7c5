import type { StandInRequest } from "./exchange-types.ts";

/** Something that goes wrong on the server's side with one request. */
export type Fault =
  /** NetBox never sees this field of the body; `custom_fields.vmid` for a custom field. */
  | { readonly type: "drop-field"; readonly field: string }
  /** Answered by something in front of NetBox, or by a NetBox that has lost its Valkey. */
  | {
      readonly type: "answer";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      /** `retry-after`, `location`: in lower case. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection ends before the request is carried out. */
  | { readonly type: "cut-before" }
  /** The request is carried out, and the connection ends before the answer: it is lost. */
  | { readonly type: "cut-after" }
  /** The request is carried out, and the connection ends in the middle of the answer. */
  | { readonly type: "cut" }
  /** The request is carried out, and its answer comes late. */
  | { readonly type: "delay"; readonly delayMs: number };

/** Decides which request goes wrong. Asked once per request, so it may count. */
export type Faults = (request: StandInRequest) => Fault | undefined;

/** A body without one field, in every object of a list. */
export function dropField(body: unknown, field: string): unknown {
  if (Array.isArray(body)) {
    return body.map((item) => dropField(item, field));
  }
  if (typeof body !== "object" || body === null) {
    return body;
  }
  const [first = "", ...rest] = field.split(".");
  const entries = Object.entries(body).flatMap(([name, value]) => {
    if (name !== first) {
      return [[name, value]];
    }
    return rest.length === 0 ? [] : [[name, dropField(value, rest.join("."))]];
  });
  return Object.fromEntries(entries) as unknown;
}
