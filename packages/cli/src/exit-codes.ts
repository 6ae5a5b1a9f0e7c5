import { type ErrorCode, isMultipassError } from "@multipass-netbox/core";

/** What the exit codes of the command mean. */
export const exitCodes = {
  /** Done, or nothing to do. */
  done: 0,
  failed: 1,
  /** There is a difference between what is wanted and what is. */
  difference: 2,
  /** Wrong words on the command line, in the configuration or in seed files. */
  wrongInput: 3,
  /** A bug of ours. */
  bug: 70,
  interrupted: 130,
} as const;

const byCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  USAGE: exitCodes.wrongInput,
  CONFIG_INVALID: exitCodes.wrongInput,
  SEED_INVALID: exitCodes.wrongInput,
  INTERNAL: exitCodes.bug,
  INTERRUPTED: exitCodes.interrupted,
};

/** The exit code for whatever was thrown. */
export function exitCodeOf(error: unknown): number {
  return isMultipassError(error) ? (byCode[error.code] ?? exitCodes.failed) : exitCodes.bug;
}
