import type { PlannedRestore } from "@multipass-netbox/deployer";

/** Whether a restore loses what somebody wrote; then a yes is not enough. Pure. */
export function losesData({ changes, accounts }: PlannedRestore["restore"]["losses"]): boolean {
  return changes !== 0 || accounts;
}
