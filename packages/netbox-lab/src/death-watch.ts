import { execa } from "execa";

/**
 * The words to put before a command so that the kernel sends it this signal when the
 * process that starts it dies, `kill -9` included. Empty where util-linux' setpriv is missing.
 */
export async function deathWatch(signal: "KILL" | "QUIT"): Promise<readonly string[]> {
  const prefix = ["--pdeathsig", signal];
  const { failed } = await execa("setpriv", [...prefix, "true"], { reject: false });
  return failed ? [] : ["setpriv", ...prefix];
}
