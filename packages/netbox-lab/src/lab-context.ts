import type { Installation } from "./installation.ts";
import type { LabPaths } from "./lab-paths.ts";
import type { LabSecrets } from "./lab-secrets.ts";
import type { OnLabStep } from "./lab-step.ts";
import type { ServiceGroup } from "./service-group.ts";

/** What the parts of a lab need to start, in the supervisor. */
export interface LabContext {
  readonly installation: Installation;
  readonly paths: LabPaths;
  readonly secrets: LabSecrets;
  readonly services: ServiceGroup;
  readonly isKept: boolean;
  readonly onProgress: OnLabStep;
  /** Aborts when the lab is to stop or one of its services has ended. */
  readonly signal: AbortSignal;
}
