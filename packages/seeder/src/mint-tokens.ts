import { MultipassError } from "@multipass-netbox/core";
import type { MintedToken, NetBoxClient, TokenInput } from "@multipass-netbox/netbox-client";
import { buildResolvers } from "./build-resolvers.ts";
import { kindOf } from "./kinds.ts";
import { writeFields } from "./object-codec.ts";
import { noSecrets } from "./secret-store.ts";
import type { GroupRun, SeedExecution } from "./seed-execution.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * Makes tokens one by one: NetBox tells a token's value once, in the answer, and it must be kept
 * before anything else happens. One that can't be kept is deleted again.
 */
export async function mintTokens(
  group: readonly SeedOperation[],
  { client, inventory, secrets = noSecrets }: SeedExecution,
  { reporter, signal }: GroupRun,
): Promise<void> {
  const kind = kindOf("token");
  const resolvers = buildResolvers({ inventory, secrets });
  for (const operation of group) {
    signal.throwIfAborted();
    const after = operation.action === "create" ? operation.after : {};
    const body = writeFields(kind, after, resolvers);
    reporter.intend([operation]);
    const minted = await client.mintToken(body as unknown as TokenInput);
    try {
      await secrets.save(after["token_file"] as string, minted.token);
    } catch (cause) {
      const failed = await takeBack(minted, client);
      reporter.settle(operation, { status: "failed", ...failed });
      throw new MultipassError("APPLY_FAILED", failed.message, { cause });
    }
    reporter.settle(operation, { status: "done", objectId: minted.id });
    inventory.add(kind, await client.tokens.get(minted.id));
  }
}

/** Deletes a token whose value is lost, or says that it is still there. */
async function takeBack(
  { id }: MintedToken,
  client: NetBoxClient,
): Promise<{ readonly message: string; readonly objectId?: number }> {
  try {
    await client.tokens.delete([id]);
    return { message: "its value could not be saved, so it was deleted again" };
  } catch {
    const message = `its value could not be saved, and it can't be deleted: delete token ${id} in NetBox`;
    return { message, objectId: id };
  }
}
