import type { GlobalOptions } from "./global-options.ts";

/** What the `lab` commands take besides the global options. */
export interface LabOptions extends GlobalOptions {
  readonly name: string;
  readonly port?: number;
  readonly worker?: boolean;
  readonly python?: string;
  readonly deleteData?: boolean;
  readonly lines?: number;
}
