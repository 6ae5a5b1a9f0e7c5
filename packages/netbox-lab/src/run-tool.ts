import { MultipassError } from "@multipass-netbox/core";
import { execa, type ExecaError } from "execa";
import { deathWatch } from "./death-watch.ts";

/** A command that is expected to end by itself, and what to say when it does not end well. */
export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** What the command was for: `Could not <purpose>`. */
  readonly purpose: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Only `env`, nothing of this process's environment. Default false. */
  readonly isolated?: boolean;
  readonly uid?: number;
  readonly gid?: number;
  readonly signal?: AbortSignal | undefined;
}

const tailLines = 15;
const notFoundBySetpriv = 127;

/**
 * Runs a command and gives its stdout. Where util-linux' setpriv is there, the kernel kills it
 * when this process dies: it must not go on writing where the next one begins anew.
 *
 * @throws MultipassError LAB_PREREQUISITE with the end of its output as hint; the reason of
 *   `signal` when that was why it ended
 */
export async function runTool(tool: Tool): Promise<string> {
  const { command, args, cwd, env = {}, uid, gid, signal } = tool;
  const [file = command, ...rest] = [...(await deathWatch("KILL")), command, ...args];
  const { stdout, ...result } = await execa(file, rest, {
    cwd,
    env: { ...env },
    extendEnv: tool.isolated !== true,
    all: true,
    reject: false,
    stdin: "ignore",
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  signal?.throwIfAborted();
  if (!result.failed) return stdout;
  throw toolFailed(tool, result as unknown as ExecaError & { readonly all: string });
}

function toolFailed(
  { command, purpose }: Tool,
  { all, shortMessage, code, exitCode }: ExecaError & { readonly all: string },
): MultipassError {
  if (code === "ENOENT" || exitCode === notFoundBySetpriv) {
    return new MultipassError(
      "LAB_PREREQUISITE",
      `Could not ${purpose}: ${command} is not installed`,
    );
  }
  const tail = all.trimEnd().split("\n").slice(-tailLines).join("\n");
  return new MultipassError("LAB_PREREQUISITE", `Could not ${purpose}`, {
    hint: tail === "" ? shortMessage : tail,
  });
}
