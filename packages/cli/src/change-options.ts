import type { GlobalOptions } from "./global-options.ts";

/** What commands that change something by a plan take besides the global options. */
export interface ChangeOptions extends GlobalOptions {
  readonly yes?: boolean;
  /** Show only. */
  readonly plan?: boolean;
  readonly savePlan?: string;
  readonly from?: string;
}
