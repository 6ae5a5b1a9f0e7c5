import { quoteAll } from "./host-script.ts";

/** The Compose project that is ours on a host. */
export const composeProject = "multipass-netbox";

/** The label that our containers carry: a digest of all that makes Compose recreate them. */
export const digestLabel = "org.multipass-netbox.digest";

/** Where things are in the folder of a deployment. All absolute. */
export interface HostLayout {
  readonly directory: string;
  readonly composeFile: string;
  /** Files that containers mount: folder 0700, files 0444. */
  readonly secrets: string;
  /** What only the SSH user reads: folder 0700, files 0600. */
  readonly credentials: string;
  readonly apiToken: string;
  readonly superuserPassword: string;
  readonly backups: string;
  readonly state: string;
  /** What `flock` holds while somebody changes this deployment. */
  readonly lock: string;
  readonly runs: string;
  readonly audit: string;
}

/** Pure. */
export function layoutOf(directory: string): HostLayout {
  const at = (name: string): string => `${directory}/${name}`;
  return {
    directory,
    composeFile: at("docker-compose.netbox.yml"),
    secrets: at("secrets"),
    credentials: at("credentials"),
    apiToken: at("credentials/api_token"),
    superuserPassword: at("credentials/superuser_password"),
    backups: at("backups"),
    state: at("state"),
    lock: at("state/lock"),
    runs: at("state/runs"),
    audit: at("state/audit.jsonl"),
  };
}

/** The words of a Compose call on our project and nothing else, for a shell. Pure. */
export function composeCall({ directory, composeFile }: HostLayout): string {
  const place = ["--project-directory", directory, "-f", composeFile, "-p", composeProject];
  return `docker compose ${quoteAll(place)}`;
}
