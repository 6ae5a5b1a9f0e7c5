import type { MultipassError, Tunnel } from "@multipass-netbox/core";

/** A program of this machine with its arguments. */
export type Invocation = readonly [string, ...string[]];

/** How a command that left no exit code ended. */
export interface LostCommand {
  /** Name of the program. */
  readonly program: string;
  /** Whether it was started. */
  readonly began: boolean;
  /** Of the process on this machine; undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  /** What the way there, not the command, wrote to stderr. */
  readonly said: string;
}

/** A way to hand text to a shell of the host. What is the same for all of them is in the runner. */
export interface HostShell extends AsyncDisposable {
  /** For messages. */
  readonly name: string;
  readonly target: string;
  /** Connections that were opened so far. */
  readonly connections: number;
  /** The process here that runs the text there, with its input and outputs passed through. */
  invoke(script: string): Invocation;
  /** What to throw when a command left no exit code. */
  describeLoss(lost: LostCommand): MultipassError;
  openTunnel(port: number): Promise<Tunnel>;
}
