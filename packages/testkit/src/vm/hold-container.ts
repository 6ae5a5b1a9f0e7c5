import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { dockerFailed } from "./docker.ts";

/** A container that lives as long as this process, or until it is ended. */
export interface HeldContainer {
  /** Ends it and resolves when it is gone. Safe to repeat. */
  end(): Promise<void>;
}

/**
 * Runs a container that ends when its standard input does, and waits for its first line. However
 * this process ends, the pipe ends with it, and so does the container.
 *
 * @throws MultipassError LAB_PREREQUISITE with what it complained of
 */
export async function holdContainer(args: readonly string[]): Promise<HeldContainer> {
  const run = ["run", "--interactive", "--rm", ...args];
  const child = spawn("docker", run, { stdio: ["pipe", "pipe", "pipe"] });
  // Its end is told by the exit; ending the input of a dead one is no further error.
  child.stdin.on("error", () => {});
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-4000);
  });
  const closed = once(child, "close");
  const firstLine = once(createInterface({ input: child.stdout }), "line");
  const hasSpoken = await Promise.race([firstLine.then(() => true), closed.then(() => false)]);
  if (!hasSpoken) {
    throw dockerFailed(run, complaint);
  }
  const end = async (): Promise<void> => {
    child.stdin.end();
    await closed;
  };
  return { end };
}
