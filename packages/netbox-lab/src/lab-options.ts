import type { OnLabStep } from "./lab-step.ts";
import type { NetBoxVersionName } from "./netbox-versions.ts";

/** How a lab is installed and started. Everything has a default. */
export interface LabOptions {
  /** Default `4.7.3`, the only one known so far. */
  readonly version?: NetBoxVersionName | undefined;
  /** TCP port on 127.0.0.1. Default 0: a free one, chosen by the kernel. */
  readonly port?: number | undefined;
  /**
   * Also run NetBox's background worker: webhooks, scripts, jobs. Default false, because it
   * costs 220 MB and 3 s of the start. Without it, jobs stay in the queue.
   */
  readonly worker?: boolean | undefined;
  /**
   * Where installations and labs are kept. Default `~/.cache/netbox-lab`, and
   * `/var/cache/netbox-lab` for root, because PostgreSQL then runs as nobody, who can't
   * enter root's home.
   */
  readonly cacheFolder?: string | undefined;
  /** Path of a Python >= 3.12 to install with. Default: the best one found. */
  readonly python?: string | undefined;
  /** How the lab is run. Only `native`: processes of this machine, no containers. */
  readonly backend?: "native" | undefined;
  readonly onProgress?: OnLabStep | undefined;
  /** Ends the start: what was begun is undone, and the promise rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
}
