import { type CommandResult, MultipassError } from "@multipass-netbox/core";
import { execa } from "execa";

/** Runs Docker's client. An exit code other than 0 is a result. */
export async function askDocker(
  args: readonly string[],
  stdin: string | Uint8Array = "",
): Promise<CommandResult> {
  const { exitCode, stdout, stderr, shortMessage } = await execa("docker", args, {
    input: stdin,
    reject: false,
    stripFinalNewline: false,
  });
  if (exitCode === undefined) {
    throw noDocker(shortMessage ?? "docker can't be run");
  }
  return { exitCode, stdout, stderr };
}

/**
 * Runs Docker's client and gives what it wrote to standard output.
 *
 * @throws MultipassError LAB_PREREQUISITE with the end of what it complained of
 */
export async function runDocker(
  args: readonly string[],
  stdin?: string | Uint8Array,
): Promise<string> {
  const { exitCode, stdout, stderr } = await askDocker(args, stdin);
  if (exitCode !== 0) {
    throw dockerFailed(args, `${stdout}${stderr}`);
  }
  return stdout.trimEnd();
}

/** Makes sure that a Docker daemon answers: the one that Docker's client finds by itself. */
export async function requireDocker(): Promise<void> {
  const { exitCode, stderr } = await askDocker(["version", "--format", "{{.Server.Version}}"]);
  if (exitCode !== 0) {
    throw noDocker(stderr.trim());
  }
}

/** What a failed call of Docker's client is told as. Pure. */
export function dockerFailed(args: readonly string[], complaint: string): MultipassError {
  const [command = ""] = args;
  const hint = complaint.trimEnd().split("\n").slice(-20).join("\n");
  return new MultipassError("LAB_PREREQUISITE", `docker ${command} failed`, { hint });
}

function noDocker(reason: string): MultipassError {
  return new MultipassError("LAB_PREREQUISITE", `No Docker daemon answers (${reason})`, {
    hint: "Start Docker and be in its group; where none is installed (`apt-get install docker.io`), `node scripts/with-toolchain.mjs node scripts/with-docker.ts COMMAND` runs one for the time of a command, as root.",
  });
}
