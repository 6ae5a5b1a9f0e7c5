import { allocateIps, type AllocationOptions } from "./allocate-ips.ts";
import type { AllocatedIp, IpAllocation } from "./available-ips.ts";
import type { Connection } from "./connection.ts";
import { createReadEndpoint } from "./read-endpoint.ts";
import type { JsonObject } from "./json-object.ts";
import { NetBoxError } from "./netbox-error.ts";
import { resources } from "./resources.ts";

/** The custom field on addresses that holds the claim; the seeder makes it. */
export const claimField = "claim_key";

/** An allocation that can be asked for again. */
export interface ClaimWish extends AllocationOptions {
  readonly prefixId: number;
  /** What the addresses are for, unique in this NetBox: `client-demo/web`. */
  readonly claimKey: string;
  /** What every address of the claim gets. */
  readonly body?: IpAllocation | undefined;
  /** Addresses of the claim. Default 1. */
  readonly count?: number | undefined;
}

/** What a claim holds. */
export interface Claim {
  readonly addresses: readonly AllocatedIp[];
  /** False where an earlier call had allocated them. */
  readonly isNew: boolean;
}

/**
 * Allocates addresses under a claim key, once: the same key gives the same addresses after a lost
 * answer, a retry or a crash, and to two callers at once, because NetBox itself refuses a second
 * object with the same value in the unique custom field `claim_key`. `NOT_READY` where that field
 * is missing, `NETBOX_CONFLICT` where the claim holds another number of addresses,
 * `NETBOX_EXHAUSTED` when there are not enough. Safe to repeat and to run concurrently.
 */
export async function allocateOnce(connection: Connection, wish: ClaimWish): Promise<Claim> {
  await requireClaimField(connection);
  const earlier = await findClaim(connection, wish);
  if (earlier) {
    return { addresses: earlier, isNew: false };
  }
  const { prefixId, body = {}, leaveOut } = wish;
  const bodies = listKeys(wish).map((key) => ({
    ...body,
    custom_fields: { ...body.custom_fields, [claimField]: key },
  }));
  try {
    return {
      addresses: await allocateIps(connection, { prefixId, bodies, leaveOut }),
      isNew: true,
    };
  } catch (error) {
    // Refused because another caller was faster, or lost on the way: the claim tells.
    const made = await findClaim(connection, wish);
    if (made) {
      return { addresses: made, isNew: false };
    }
    throw error;
  }
}

// One address is claimed by the key itself, several by the key and their number.
function listKeys({ claimKey, count = 1 }: ClaimWish): readonly string[] {
  return count === 1
    ? [claimKey]
    : Array.from({ length: count }, (_, index) => `${claimKey}#${index + 1}`);
}

async function findClaim(
  connection: Connection,
  wish: ClaimWish,
): Promise<readonly AllocatedIp[] | undefined> {
  const endpoint = createReadEndpoint(connection, resources.ipAddresses);
  const name = `cf_${claimField}`;
  const found = await endpoint.list(
    { [name]: wish.claimKey },
    { fields: ["address", "custom_fields"] },
  );
  // NetBox may compare loosely, and gives everything when it does not know the field.
  const keyOf = (object: ClaimRead): string => String(object.custom_fields[claimField]);
  const claimed = found.filter(
    (object) => keyOf(object) === wish.claimKey || keyOf(object).startsWith(`${wish.claimKey}#`),
  );
  if (claimed.length === 0) {
    return undefined;
  }
  const keys = listKeys(wish);
  const addresses = keys.map((key) => claimed.find((object) => keyOf(object) === key));
  if (claimed.length !== keys.length || addresses.includes(undefined)) {
    throw otherCount(wish, claimed.length);
  }
  return addresses.flatMap((object) => (object ? { id: object.id, address: object.address } : []));
}

interface ClaimRead {
  readonly id: number;
  readonly address: string;
  readonly custom_fields: JsonObject;
}

function otherCount({ claimKey, count = 1 }: ClaimWish, found: number): NetBoxError {
  return new NetBoxError(
    "NETBOX_CONFLICT",
    `the claim "${claimKey}" holds ${found} addresses, not ${count}`,
    { hint: "Ask for as many as the first time, or take another claim key." },
  );
}

async function requireClaimField(connection: Connection): Promise<void> {
  const fields = createReadEndpoint(connection, resources.customFields);
  const [field] = await fields.list({ name: claimField });
  if (field?.unique !== true || !field.object_types.includes("ipam.ipaddress")) {
    throw new NetBoxError(
      "NOT_READY",
      `this NetBox has no unique custom field "${claimField}" on addresses`,
      {
        hint: "`multipass-netbox seed` makes it, whatever the seed files hold.",
      },
    );
  }
}
