export { createRecordingRunner } from "./create-recording-runner.ts";
export type {
  RecordedAnswer,
  RecordedAnswers,
  RecordingOptions,
  RecordingRunner,
} from "./create-recording-runner.ts";
export { hostSchema } from "./host-schema.ts";
export type { HostConfig } from "./host-schema.ts";
export { openRunner } from "./open-runner.ts";
export type { RunnerOptions } from "./open-runner.ts";
