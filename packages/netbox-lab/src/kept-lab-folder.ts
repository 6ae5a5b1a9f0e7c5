import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";

const namePattern = /^[a-z0-9][a-z0-9-]{0,30}$/u;

/**
 * The folder of the kept lab of this name. Pure.
 *
 * @throws MultipassError USAGE when the name can't be one
 */
export function keptLabFolder(cacheFolder: string, name: string): string {
  if (namePattern.test(name)) return join(cacheFolder, "labs", name);
  throw new MultipassError("USAGE", `${JSON.stringify(name)} can't be the name of a lab`, {
    hint: "Use lower-case letters, digits and dashes, at most 31, beginning with a letter or digit.",
  });
}
