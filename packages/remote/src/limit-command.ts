import { addAbortListener } from "node:events";
import { MultipassError } from "@multipass-netbox/core";
import type { CommandPlace } from "./describe-ending.ts";
import type { StartedCommand } from "./start-command.ts";

/** What ends a command before its time. */
export interface CommandLimits extends CommandPlace {
  /** `Infinity` for none. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

// What setTimeout takes; longer ones would fire at once.
const maxTimerMs = 2 ** 31 - 1;

/** Stops a command when its time is up or its signal aborts, until it is disposed of. */
export function limitCommand(started: StartedCommand, limits: CommandLimits): Disposable {
  const { program, name, timeoutMs, signal } = limits;
  const timer =
    timeoutMs <= maxTimerMs
      ? setTimeout(() => {
          started.stop(
            new MultipassError(
              "REMOTE_TIMEOUT",
              `${program} took more than ${timeoutMs / 1000} s on ${name}`,
            ),
          );
        }, timeoutMs)
      : undefined;
  const listener =
    signal && addAbortListener(signal, () => started.stop(interrupted(limits, signal.reason)));
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      listener?.[Symbol.dispose]();
    },
  };
}

/** The error for a command whose signal aborted. */
export function interrupted({ program, name }: CommandPlace, cause: unknown): MultipassError {
  return new MultipassError("INTERRUPTED", `${program} on ${name} was stopped before its end`, {
    cause,
  });
}
