import { createHash } from "node:crypto";
import { MultipassError } from "@multipass-netbox/core";

/**
 * Compares bytes with an integrity such as `sha512-<base64>`.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export function checkIntegrity(name: string, bytes: Uint8Array, integrity: string): void {
  const [algorithm = "", ...rest] = integrity.split("-");
  const digest = createHash(algorithm).update(bytes).digest("base64");
  if (digest === rest.join("-")) return;
  throw new MultipassError(
    "LAB_PREREQUISITE",
    `${name} is not what it was: got ${algorithm}-${digest}`,
    {
      hint: `Expected ${integrity}. Look at the registry that npm is configured to use.`,
    },
  );
}
