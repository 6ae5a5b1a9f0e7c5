import { setTimeout as wait } from "node:timers/promises";
import { SessionRefusedError } from "./session-refused-error.ts";

const maxAttempts = 50;
const waitMs = 100;

/**
 * Repeats what the host had no session for. sshd counts one a little longer than ssh, so that the
 * next may come too early.
 */
export async function retryRefused<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SessionRefusedError) || attempt === maxAttempts) {
        throw error;
      }
    }
    await wait(waitMs);
  }
}
