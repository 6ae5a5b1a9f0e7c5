import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import type { Runner } from "@multipass-netbox/core";
import type { HostLayout } from "./host-layout.ts";

/** One stack on one host, and the way there. */
export interface Deployment {
  readonly runner: Runner;
  /** With one API token pepper. */
  readonly stack: RenderedStack;
  /** The same stack with more of them, as far as the host has had them made. */
  readonly renderStack: (peppers: number) => RenderedStack;
  readonly layout: HostLayout;
  /** `alice@laptop`: stands in the lock, in receipts and in the audit file. */
  readonly who: string;
  /** What is done in a few words: `deploy`, `upgrade --to 4.6.3`. */
  readonly command: string;
  /** Absolute folder of the host, on another file system, that gets a copy of each backup. */
  readonly copyBackupsTo?: string | undefined;
  /** Told what goes on, a line at a time. */
  readonly onLine?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
