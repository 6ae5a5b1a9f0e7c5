import type { Logger } from "@multipass-netbox/core";

/** A logger that counts the client's requests: it logs one line at level debug for each. */
export interface RequestCounter extends Logger {
  /** Requests since the last call. */
  take(): number;
}

const ignore = (): void => {};

/** Counts from 0. */
export function countRequests(): RequestCounter {
  let count = 0;
  return {
    debug: () => {
      count += 1;
    },
    info: ignore,
    warn: ignore,
    error: ignore,
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
