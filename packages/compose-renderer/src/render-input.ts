import type { PublicConfig } from "./public-schema.ts";
import type { StackConfig } from "./stack-schema.ts";

/** What a stack is rendered from. */
export interface RenderInput {
  readonly stack: StackConfig;
  readonly public: PublicConfig;
  /** The folder of the deployment on the host; absolute. */
  readonly directory: string;
  /**
   * How many API token peppers there are to be. Default: 1. A pepper that is left out makes the
   * tokens of its time invalid, so never fewer than the host has.
   */
  readonly peppers?: number | undefined;
}
