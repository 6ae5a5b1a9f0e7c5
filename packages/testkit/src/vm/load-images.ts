import { execa } from "execa";
import { dockerFailed, runDocker } from "./docker.ts";

/** Copies the images that the Docker daemon of a VM lacks into it. */
export async function loadImages(container: string, refs: readonly string[]): Promise<void> {
  const list = ["docker", "image", "ls", "--format={{.Repository}}:{{.Tag}}"];
  const listed = await runDocker(["exec", container, ...list]);
  const present = new Set(listed.split("\n"));
  const missing = refs.filter((ref) => !present.has(ref));
  if (missing.length === 0) return;
  const load = ["exec", "--interactive", container, "docker", "load"];
  const { failed, stderr } = await execa("docker", ["save", ...missing], {
    buffer: { stdout: false },
    reject: false,
  }).pipe("docker", load, { reject: false });
  if (failed) {
    throw dockerFailed(load, stderr);
  }
}
