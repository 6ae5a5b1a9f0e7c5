import type { RunnerCosts } from "@multipass-netbox/core";
import { countOf } from "./count-of.ts";

/** `9 round trips over 1 connection`; on this machine there is no connection. Pure. */
export function describeCosts({ roundTrips, connections }: RunnerCosts): string {
  const said = countOf(roundTrips, "round trip");
  return connections === 0 ? said : `${said} over ${countOf(connections, "connection")}`;
}

/** What a runner has cost until now, as data. */
export function readCosts({ roundTrips, connections }: RunnerCosts): RunnerCosts {
  return { roundTrips, connections };
}
