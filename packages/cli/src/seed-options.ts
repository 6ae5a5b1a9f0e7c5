import type { GlobalOptions } from "./global-options.ts";

/** What the `seed` commands take besides the global options. */
export interface SeedOptions extends GlobalOptions {
  /** Seed file or folder, instead of the configuration's. */
  readonly seed?: string;
  readonly yes?: boolean;
  /** Show only. */
  readonly plan?: boolean;
  readonly savePlan?: string;
  readonly from?: string;
  readonly adopt?: boolean;
}
