import { type ErrorCode, MultipassError, type MultipassErrorOptions } from "@multipass-netbox/core";

/** What NetBox says about one field. */
export interface FieldError {
  /** The field's name in NetBox's words; empty where the object as a whole is meant. */
  readonly field: string;
  readonly message: string;
}

/** Field errors as people read them, in one line: `slug: This field is required.; …` */
export function describeFieldErrors(fieldErrors: readonly FieldError[]): string {
  return fieldErrors
    .map(({ field, message }) => (field === "" ? message : `${field}: ${message}`))
    .join("; ");
}

/** What NetBox says about one object of a request. */
export interface ItemError {
  /** Place in the list that was sent, where NetBox tells it. */
  readonly index?: number;
  /** Id of the object, where NetBox tells that instead. */
  readonly id?: number;
  readonly fieldErrors: readonly FieldError[];
}

/** The answer behind a {@link NetBoxError}. */
export interface NetBoxErrorDetails extends MultipassErrorOptions {
  /** HTTP status; absent when there was no answer. */
  readonly status?: number | undefined;
  /** NetBox's `X-Request-ID`, by which its own log and change log can be searched. */
  readonly requestId?: string | undefined;
  readonly items?: readonly ItemError[] | undefined;
  /** The name of the Python exception behind a 500, where NetBox tells it. */
  readonly exception?: string | undefined;
  /** Whether the answer took too long. */
  readonly timedOut?: boolean | undefined;
}

/** A {@link MultipassError} of a request to NetBox, with the field errors that it answered. */
export class NetBoxError extends MultipassError {
  override readonly name: string = "NetBoxError";
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly items: readonly ItemError[];
  readonly exception: string | undefined;
  readonly timedOut: boolean;

  constructor(code: ErrorCode, message: string, details: NetBoxErrorDetails = {}) {
    super(code, message, details);
    this.status = details.status;
    this.requestId = details.requestId;
    this.items = details.items ?? [];
    this.exception = details.exception;
    this.timedOut = details.timedOut ?? false;
  }
}
