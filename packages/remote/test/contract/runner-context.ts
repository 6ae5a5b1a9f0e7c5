import type { CommandResult, HostCommand, Runner } from "@multipass-netbox/core";
import { afterAll, beforeAll } from "vitest";

/** A runner that is tested, with a folder of its own on the host; both are there within tests. */
export interface RunnerContext {
  readonly runner: Runner;
  readonly folder: string;
  /** Runs shell. */
  sh(script: string, more?: Partial<HostCommand>): Promise<CommandResult>;
  /** Runs shell with arguments and gives what it wrote. */
  read(script: string, ...args: readonly string[]): Promise<string>;
}

/** Opens a runner for the tests of the block that this is called in. */
export function openContext(open: () => Promise<Runner>): RunnerContext {
  let runner: Runner;
  let folder: string;
  const context: RunnerContext = {
    get runner() {
      return runner;
    },
    get folder() {
      return folder;
    },
    sh: (script, more = {}) => runner.run({ argv: ["sh", "-c", script], ...more }),
    read: async (script, ...args) =>
      (await runner.run({ argv: ["sh", "-c", script, "sh", ...args] })).stdout,
  };
  beforeAll(async () => {
    runner = await open();
    folder = (await context.read("mktemp -d /tmp/remote-test-XXXXXX")).trim();
  });
  afterAll(async () => {
    await context.read(`chmod -R u+w "$1"; rm -rf -- "$1"`, folder);
    await runner[Symbol.asyncDispose]();
  });
  return context;
}
