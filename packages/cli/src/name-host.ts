import type { Runner } from "@multipass-netbox/core";

/** A host in a sentence, without its key, which stands at the head of plans: `alice@192.168.1.161`. Pure. */
export function nameHost({ target }: Pick<Runner, "target">): string {
  return target.replace(/ SHA256:\S+$/, "");
}
