import { MultipassError } from "@multipass-netbox/core";
import type { BystanderChange } from "@multipass-netbox/deployer";

/** `14 containers that are not ours`. Pure. */
export function describeBystanders(count: number): string {
  return count === 1 ? "1 container that is not ours" : `${count} containers that are not ours`;
}

/** `14 containers that are not ours were seen.` Pure. */
export function describeSeen(count: number): string {
  return `${describeBystanders(count)} ${count === 1 ? "was" : "were"} seen.`;
}

/**
 * Throws `BYSTANDER_CHANGED` with the names of those that changed while something was done that is not
 * taken back for it.
 */
export function assertUnchanged(changes: readonly BystanderChange[], done: string): void {
  if (changes.length === 0) {
    return;
  }
  const lines = changes.map(({ name, changes: texts }) => `  ${name}: ${texts.join("; ")}`);
  throw new MultipassError(
    "BYSTANDER_CHANGED",
    `${describeBystanders(changes.length)} changed meanwhile\n${lines.join("\n")}`,
    { hint: `${done} Did somebody else work on the host?` },
  );
}
