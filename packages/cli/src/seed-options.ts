import type { ChangeOptions } from "./change-options.ts";

/** What the `seed` commands take besides the global options. */
export interface SeedOptions extends ChangeOptions {
  /** Seed file or folder, instead of the configuration's. */
  readonly seed?: string;
  readonly adopt?: boolean;
}
