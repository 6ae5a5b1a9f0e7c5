import type { Deployment, HostOperation, PlannedOnHost } from "@multipass-netbox/deployer";
import type { PlannedChange } from "./change-task.ts";
import type { Terminal } from "./open-terminal.ts";

/** What a command does to a host, apart from how it is shown and asked for. */
export interface HostChange<P extends PlannedOnHost, R> {
  /** The words of the command: `deploy`, `upgrade --to 4.6.3`. */
  readonly command: string;
  /** What is said while it is done, before the name of the host: `Deploy to`. */
  readonly title: string;
  /** What it means that there is nothing to do, before the name of the host. */
  readonly whenEmpty: string;
  /** Looks at the host and plans. */
  plan(deployment: Deployment): Promise<P>;
  /** What is worth knowing about the plan. */
  comment(planned: P): Pick<PlannedChange<HostOperation>, "isDue" | "remarks" | "details">;
  /** Whether a yes is not enough: the name of the host is to be typed. Default: a yes is. */
  wantsName?(planned: P): boolean;
  apply(deployment: Deployment, shown: P): Promise<R>;
  /** Tells what was done. */
  print(done: { readonly shown: P; readonly result: R }, terminal: Terminal): void;
}
