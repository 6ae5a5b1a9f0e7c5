import { MultipassError } from "@multipass-netbox/core";
import { allocateIps, type AllocationOptions } from "./allocate-ips.ts";
import type { AllocatedIp, IpAllocation } from "./available-ips.ts";
import type { Connection } from "./connection.ts";
import { createReadEndpoint } from "./read-endpoint.ts";
import type { JsonObject } from "./json-object.ts";
import { NetBoxError } from "./netbox-error.ts";
import { resources } from "./resources.ts";
import { splitChunks } from "./split-chunks.ts";

/** The custom field on addresses that holds the claim; the seeder makes it. */
export const claimField = "claim_key";

/** An allocation that can be asked for again. */
export interface ClaimWish extends AllocationOptions {
  readonly prefixId: number;
  /**
   * What the addresses are for, unique in this NetBox: `client-demo/web`. Neither `null` nor
   * anything that ends in `#` and a number, and no spaces around it.
   */
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
 * is missing, `NETBOX_CONFLICT` where the claim holds another number of addresses (or, with
 * `leaveOut`, others took the chosen ones five times in a row), `NETBOX_EXHAUSTED` when there are
 * not enough, `USAGE` for a key that can't be one. With `NETBOX_NOT_KEPT` the claim may be made, and
 * NetBox dropped something of the body: look before you ask again, the next call gives it without a
 * word. Safe to repeat and to run concurrently.
 */
export async function allocateOnce(connection: Connection, wish: ClaimWish): Promise<Claim> {
  refuseKey(wish.claimKey);
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
    if (error instanceof NetBoxError && error.code === "NETBOX_NOT_KEPT") {
      throw error;
    }
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

// NetBox trims what it stores, and takes "null" in a filter for no value.
function refuseKey(claimKey: string): void {
  if (claimKey !== claimKey.trim() || /^(?:null)?$|#\d+$/.test(claimKey)) {
    throw new MultipassError("USAGE", `"${claimKey}" can't be a claim key`, {
      hint: `It is a text without spaces around it that does not end in "#" and a number, and not "null".`,
    });
  }
}

async function findClaim(
  connection: Connection,
  wish: ClaimWish,
): Promise<readonly AllocatedIp[] | undefined> {
  const { claimKey, count = 1 } = wish;
  // One more than wanted, and the key of the other form: a claim of another size shows by them.
  const asked = [claimKey, ...listKeys({ ...wish, count: count + 1 })];
  const claimed = await readClaimed(connection, asked);
  if (claimed.size === 0) {
    return undefined;
  }
  const addresses = listKeys(wish).flatMap((key) => claimed.get(key) ?? []);
  if (addresses.length !== count || claimed.size !== count) {
    throw otherCount(wish);
  }
  return addresses;
}

// Of 1,000 bytes, three times as many when encoded, and 40 times the filter's name a request line
// of 4,094 bytes has room for.
const keyLimits = { items: 40, sizeBytes: 1000 };

/** The addresses that hold one of the keys. Asks for each by its whole name: NetBox may compare so. */
async function readClaimed(
  connection: Connection,
  keys: readonly string[],
): Promise<ReadonlyMap<string, AllocatedIp>> {
  const endpoint = createReadEndpoint(connection, resources.ipAddresses);
  const wanted = new Set(keys);
  const claimed = new Map<string, AllocatedIp>();
  for (const part of splitChunks(keys, keyLimits)) {
    const filters = { [`cf_${claimField}`]: part };
    const found = await endpoint.list(filters, { fields: ["address", "custom_fields"] });
    for (const { id, address, custom_fields: fields } of found) {
      const key = (fields as JsonObject)[claimField];
      // NetBox may compare loosely, and gives everything when it does not know the field.
      if (typeof key === "string" && wanted.has(key)) {
        claimed.set(key, { id, address });
      }
    }
  }
  return claimed;
}

function otherCount({ claimKey, count = 1 }: ClaimWish): NetBoxError {
  return new NetBoxError(
    "NETBOX_CONFLICT",
    `the claim "${claimKey}" holds another number of addresses than ${count}`,
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
