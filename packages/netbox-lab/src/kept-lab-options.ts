/** Which kept lab is meant. */
export interface KeptLabOptions {
  /** Default `default`. */
  readonly name?: string | undefined;
  /** As it was at {@link upLab}; the same default. */
  readonly cacheFolder?: string | undefined;
}

export const defaultLabName = "default";
