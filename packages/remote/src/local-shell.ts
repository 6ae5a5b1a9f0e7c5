import { hostname } from "node:os";
import { MultipassError } from "@multipass-netbox/core";
import { tailOf } from "./describe-ending.ts";
import type { HostShell, LostCommand } from "./host-shell.ts";

/** The shell of this machine. */
export function createLocalShell(): HostShell {
  return {
    name: "this machine",
    target: `local ${hostname()}`,
    connections: 0,
    invoke: (script) => ["sh", "-c", script],
    describeLoss,
    openTunnel: async (port) => ({ port, [Symbol.asyncDispose]: async () => {} }),
    [Symbol.asyncDispose]: async () => {},
  };
}

function describeLoss({ program, began, said }: LostCommand): MultipassError {
  const what = began ? "ended without an exit code: was it killed?" : "could not be started";
  return new MultipassError(
    "REMOTE_COMMAND_FAILED",
    `${program} on this machine ${what}\n${tailOf(said)}`.trimEnd(),
  );
}
