import { createHash } from "node:crypto";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { lock } from "proper-lockfile";
import { makeStateFolder } from "./state-folder.ts";

/**
 * Keeps other runs of this user from writing to the same target until it is disposed of. NetBox
 * takes the same service twice, so two runs at once would make everything double. Throws
 * `LOCK_HELD`. A lock whose holder was killed is free again after 10 seconds.
 */
export async function holdTargetLock(target: string): Promise<AsyncDisposable> {
  const name = createHash("sha256").update(target).digest("hex").slice(0, 16);
  const file = join(makeStateFolder("locks"), name);
  try {
    const release = await lock(file, { realpath: false, onCompromised: () => undefined });
    return { [Symbol.asyncDispose]: release };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ELOCKED") {
      throw cause;
    }
    throw new MultipassError("LOCK_HELD", `another run is about to write to ${target}`, {
      hint: "Wait for its end, or answer the question that it is asking.",
    });
  }
}
