import { MultipassError } from "@multipass-netbox/core";
import type { HostObservation } from "./host-observation.ts";
import { isDatabaseRunning } from "./is-database-running.ts";
import { isOfProject } from "./is-ours.ts";

/** Throws `USAGE` where there is data of ours and no database that could save it. Pure. */
export function assertDatabaseRuns({ volumes, containers }: HostObservation): void {
  const hasData = volumes.some((one) => one.name === "netbox-postgres-data" && isOfProject(one));
  if (hasData && !isDatabaseRunning({ containers })) {
    throw new MultipassError(
      "USAGE",
      "netbox-postgres does not run, so no last backup can be made",
      {
        hint: "Start it (multipass-netbox deploy), or say --no-backup.",
      },
    );
  }
}
