import { execa } from "execa";

/** What a short ssh gave. */
export interface SshAnswer {
  /** Undefined when it could not be started. */
  readonly exitCode: number | undefined;
  readonly stderr: string;
}

/** How long a short ssh is waited for. */
export interface SshLimits {
  /** Default: 5000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Runs an ssh that ends by itself. An exit code other than 0 is a result. */
export async function runSsh(
  args: readonly string[],
  { timeoutMs = 5000, signal }: SshLimits = {},
): Promise<SshAnswer> {
  const {
    exitCode,
    stderr,
    originalMessage = "",
  } = await execa("ssh", args, {
    reject: false,
    stdin: "ignore",
    timeout: timeoutMs,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
    windowsHide: true,
    detached: process.platform !== "win32",
  });
  return { exitCode, stderr: `${stderr}\n${originalMessage}`.trim() };
}
