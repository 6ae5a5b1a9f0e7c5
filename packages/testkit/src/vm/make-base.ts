import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { execa } from "execa";
import type { ImageSpec } from "./image-specs.ts";
import { folderOf } from "./list-context.ts";

/**
 * Makes the image that all others start from, from this machine's package sources.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function makeBase(ref: string, spec: ImageSpec): Promise<void> {
  const { exitCode } = await execa("debootstrap", ["--version"], { reject: false });
  if (exitCode === undefined) {
    throw new MultipassError("LAB_PREREQUISITE", "debootstrap is missing", {
      hint: "apt-get install debootstrap; it makes the test images, once, as root.",
    });
  }
  const args = [ref, ...(await findMirror())];
  const { failed, stderr } = await execa(join(folderOf(spec), "make-base.sh"), args, {
    reject: false,
  });
  if (failed) {
    throw new MultipassError("LAB_PREREQUISITE", "The base of the test images can't be made", {
      hint: stderr,
    });
  }
}

/** Where this machine gets Debian's packages; nothing where it is no Debian. */
async function findMirror(): Promise<readonly string[]> {
  const format = "$(ORIGIN) $(REPO_URI)";
  const { stdout } = await execa("apt-get", ["indextargets", "--format", format], {
    reject: false,
  });
  const mirror = /^Debian (?<uri>\S+\/debian\/?)$/mu.exec(stdout)?.groups?.["uri"];
  return mirror === undefined ? [] : [mirror];
}
