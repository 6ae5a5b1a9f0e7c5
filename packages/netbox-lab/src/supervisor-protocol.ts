import type { ErrorCode } from "@multipass-netbox/core";
import type { Installation } from "./installation.ts";
import type { LabStep } from "./lab-step.ts";
import type { NetBoxVersionName } from "./netbox-versions.ts";

/**
 * The first line on the supervisor's stdin. As long as stdin is open the lab runs; a line
 * `detach` before its end makes the lab outlive the caller.
 */
export interface SuperviseRequest {
  readonly installation: Installation;
  readonly version: NetBoxVersionName;
  readonly cacheFolder: string;
  /** A kept lab's folder; without one the lab gets a folder of its own, removed at the end. */
  readonly keptFolder?: string | undefined;
  readonly port: number;
  readonly worker: boolean;
}

/** The second line on its stdin, if the lab is to outlive the caller. */
export const detachLine = "detach";

/** One line on the supervisor's stdout, as JSON. */
export type SupervisorEvent = StepEvent | ReadyEvent | FailedEvent;

interface StepEvent {
  readonly type: "step";
  readonly step: LabStep;
}

export interface ReadyEvent {
  readonly type: "ready";
  readonly folder: string;
  readonly port: number;
}

interface FailedEvent {
  readonly type: "failed";
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
}
