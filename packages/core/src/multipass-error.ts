import type { ErrorCode } from "./error-codes.ts";

const brand = Symbol.for("multipass-netbox.error");

/** What a {@link MultipassError} is made of besides its code and message. */
export interface MultipassErrorOptions {
  /** What the reader can do next, one sentence or a few lines. */
  readonly hint?: string | undefined;
  /** The error underneath. Its message is shown, its stack only with `--verbose`. */
  readonly cause?: unknown;
}

/**
 * The one error class of this project: a stable code, a sentence for a person, and often a
 * remedy. Never holds a secret. Recognise it with {@link isMultipassError}, which also
 * knows errors made by another copy of this package.
 */
export class MultipassError extends Error {
  override readonly name: string = "MultipassError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: MultipassErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Tells our errors from anybody else's, across copies and versions of this package. */
export function isMultipassError(value: unknown): value is MultipassError {
  return typeof value === "object" && value !== null && brand in value;
}
