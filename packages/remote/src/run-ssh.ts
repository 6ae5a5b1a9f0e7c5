import { execa } from "execa";

/** What a short ssh gave. */
export interface SshAnswer {
  /** Undefined when it could not be started. */
  readonly exitCode: number | undefined;
  readonly stderr: string;
}

/** Runs an ssh that ends by itself and works on this machine, or only says something. */
export async function runSsh(args: readonly string[], timeoutMs = 5000): Promise<SshAnswer> {
  const {
    exitCode,
    stderr,
    originalMessage = "",
  } = await execa("ssh", args, {
    reject: false,
    stdin: "ignore",
    timeout: timeoutMs,
    windowsHide: true,
    detached: process.platform !== "win32",
  });
  return { exitCode, stderr: `${stderr}\n${originalMessage}`.trim() };
}
