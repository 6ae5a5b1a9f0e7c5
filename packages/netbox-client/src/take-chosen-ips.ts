import { type AllocatedIp, exhausted, type IpAllocation } from "./available-ips.ts";
import type { Connection } from "./connection.ts";
import { createEndpoint } from "./endpoint.ts";
import { NetBoxBulkError } from "./netbox-bulk-error.ts";
import { NetBoxError } from "./netbox-error.ts";
import { type LeftOut, readFreeAddresses } from "./prefix-space.ts";
import { resources } from "./resources.ts";

/** Which addresses are chosen here, and what is made of them. */
export interface ChosenIps {
  readonly prefixId: number;
  readonly bodies: readonly IpAllocation[];
  readonly leaveOut: readonly LeftOut[];
}

// Each round loses only against somebody who took an address in the same moment.
const maxRounds = 5;

/**
 * Makes the first free addresses outside of what is to be left out: all of them or none.
 * `NETBOX_EXHAUSTED` when there are not enough, `NETBOX_CONFLICT` when others took them five times.
 */
export async function takeChosenIps(
  connection: Connection,
  { prefixId, bodies, leaveOut }: ChosenIps,
): Promise<readonly AllocatedIp[]> {
  const endpoint = createEndpoint(connection, resources.ipAddresses);
  for (let round = 0; round < maxRounds; round += 1) {
    const limit = bodies.length;
    const free = await readFreeAddresses(connection, prefixId, { limit, leaveOut });
    if (free.length < limit) {
      throw exhausted(limit);
    }
    try {
      const wanted = bodies.map((body, index) => ({ ...body, address: free[index] ?? "" }));
      const { objects } = await endpoint.create(wanted);
      return objects.map(({ id, address }) => ({ id, address }));
    } catch (error) {
      if (!(error instanceof NetBoxBulkError)) {
        throw error;
      }
      await endpoint.delete(listMade(error));
      if (!isTakenMeanwhile(error)) {
        throw error;
      }
    }
  }
  throw new NetBoxError(
    "NETBOX_CONFLICT",
    `others took the chosen addresses of prefix ${prefixId} ${maxRounds} times in a row`,
    { hint: "None was allocated. Ask again." },
  );
}

function listMade({ outcomes }: NetBoxBulkError): readonly number[] {
  return outcomes.flatMap((outcome) =>
    outcome.status === "done" || outcome.status === "failed" ? (outcome.id ?? []) : [],
  );
}

// NetBox says so of the field; its sentence depends on the version.
function isTakenMeanwhile({ outcomes }: NetBoxBulkError): boolean {
  return outcomes.every(
    (outcome) =>
      outcome.status === "done" ||
      (outcome.status === "failed" &&
        outcome.code !== "NETBOX_NOT_KEPT" &&
        outcome.fieldErrors.some(({ field }) => field === "address")),
  );
}
