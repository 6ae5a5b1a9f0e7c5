import { createHash } from "node:crypto";
import type { PinnedTarball } from "./netbox-versions.ts";

/** Raise it when the way of installing changes, so that old installations are not used. */
const layout = 1;

/** What an installation depends on. */
export interface InstallationInputs {
  /** The text of `requirements.txt`. */
  readonly requirements: string;
  readonly postgres: PinnedTarball;
  /** The interpreter the caller insists on. */
  readonly python: string | undefined;
}

/** Names the folder of an installation: same inputs, same name. Pure. */
export function installationDigest({ requirements, postgres, python }: InstallationInputs): string {
  const { name, version, integrity } = postgres;
  const inputs = [layout, requirements, name, version, integrity, python ?? null];
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 16);
}
