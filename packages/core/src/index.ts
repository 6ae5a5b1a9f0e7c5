export { applyPlan } from "./apply-plan.ts";
export type { ApplyOptions, ApplyResult, Executor, Reporter } from "./apply-plan.ts";
export { buildPlan } from "./build-plan.ts";
export type { Placed } from "./build-plan.ts";
export { diffFields } from "./diff-fields.ts";
export type { FieldChange } from "./diff-fields.ts";
export { errorCodes } from "./error-codes.ts";
export type { ErrorCode } from "./error-codes.ts";
export type {
  Journal,
  JournalBegin,
  JournalEntry,
  JournalIntent,
  JournalOutcome,
} from "./journal.ts";
export type { Fields, Json } from "./json.ts";
export type { Logger, LogMethod } from "./logger.ts";
export { isMultipassError, MultipassError } from "./multipass-error.ts";
export type { MultipassErrorOptions } from "./multipass-error.ts";
export { isEmptyPlan, operationName, operationsOf } from "./plan.ts";
export type { Operation, Plan } from "./plan.ts";
export { isComplete, summarizeJournal } from "./receipt.ts";
export type { Receipt } from "./receipt.ts";
export type {
  CommandResult,
  HeldCommand,
  HostCommand,
  PlacedFile,
  Runner,
  RunnerCosts,
  Tunnel,
} from "./runner.ts";
export { Secret } from "./secret.ts";
