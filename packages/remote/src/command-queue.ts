import { type HostCommand, type Logger, MultipassError } from "@multipass-netbox/core";
import type { HostShell } from "./host-shell.ts";
import { interrupted } from "./limit-command.ts";
import { createSlots } from "./slots.ts";
import { startCommand, type StartedCommand } from "./start-command.ts";

/** Starts commands, eight at once; more of them wait. */
export interface CommandQueue extends AsyncDisposable {
  readonly shell: HostShell;
  readonly roundTrips: number;
  start(command: HostCommand, how: { readonly keepsInput: boolean }): Promise<StartedCommand>;
}

// sshd takes ten sessions per connection (MaxSessions), and one holds the connection itself.
const maxAtOnce = 8;

/** Disposing ends what is under way, and the shell. */
export function createCommandQueue(shell: HostShell, logger: Logger | undefined): CommandQueue {
  const slots = createSlots(maxAtOnce);
  const underWay = new Set<StartedCommand>();
  const disposing = new AbortController();
  let roundTrips = 0;

  const waitForEnd = async (started: StartedCommand, program: string): Promise<void> => {
    const begunMs = performance.now();
    underWay.add(started);
    const { exitCode, began } = await started.ended;
    underWay.delete(started);
    // What never began did not come to the host, and may be tried again.
    roundTrips -= began ? 0 : 1;
    const durationMs = Math.round(performance.now() - begunMs);
    logger?.debug({ program, exitCode, durationMs }, "a command ended on the host");
  };
  return {
    shell,
    get roundTrips() {
      return roundTrips;
    },
    start: async (command, how) => {
      const [program] = command.argv;
      const slot = await slots.take(anySignal(disposing.signal, command.signal)).catch(() => {
        throw interrupted({ program, name: shell.name }, command.signal?.reason);
      });
      roundTrips += 1;
      const started = startCommand(shell, command, how);
      void waitForEnd(started, program).finally(() => slot[Symbol.dispose]());
      return started;
    },
    [Symbol.asyncDispose]: async () => {
      const reason = new MultipassError("INTERRUPTED", `the way to ${shell.name} was closed`);
      disposing.abort(reason);
      underWay.forEach((started) => started.stop(reason));
      await Promise.all([...underWay].map(({ ended }) => ended));
      await shell[Symbol.asyncDispose]();
    },
  };
}

function anySignal(first: AbortSignal, second: AbortSignal | undefined): AbortSignal {
  return second === undefined ? first : AbortSignal.any([first, second]);
}
