import { MultipassError } from "@multipass-netbox/core";
import * as z from "zod";

const holderSchema = z.object({
  /** `alice@laptop` */
  who: z.string().default("somebody"),
  /** `deploy`, `upgrade --to 4.6.3` */
  why: z.string().default("something"),
  /** Ends with Z. */
  since: z.string().default("a while ago"),
});

/** Who works on a deployment, since when, and why. */
export type LockHolder = z.output<typeof holderSchema>;

/** What a host says of the holder of its lock; a host that says nothing gives defaults. Pure. */
export function parseLockHolder(text: string): LockHolder {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return holderSchema.parse({});
  }
}

/** Pure. */
export function buildLockError({ who, why, since }: LockHolder): MultipassError {
  return new MultipassError(
    "LOCK_HELD",
    `${who} has been working on this host since ${since}: ${why}`,
    {
      hint: "Wait for its end. If nobody is there any more: multipass-netbox deploy --break-lock",
    },
  );
}
