import type { TokenInput } from "@multipass-netbox/netbox-client";
import type { GroupRun, SeedExecution } from "./seed-execution.ts";
import { kindOf } from "./kinds.ts";
import { writeFields } from "./object-codec.ts";
import { noSecrets } from "./secret-store.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * Makes tokens one by one: NetBox tells a token's value once, in the answer, and it must be kept
 * before anything else happens.
 */
export async function mintTokens(
  group: readonly SeedOperation[],
  { client, inventory, secrets = noSecrets }: SeedExecution,
  { reporter, signal }: GroupRun,
): Promise<void> {
  const kind = kindOf("token");
  for (const operation of group) {
    signal.throwIfAborted();
    const after = operation.action === "create" ? operation.after : {};
    const body = writeFields(kind, after, {
      idOf: (other, key) => inventory.idOf(kindOf(other), key),
      secretOf: (reference) => secrets.read(reference).reveal(),
    });
    reporter.intend([operation]);
    const { id, token } = await client.mintToken(body as unknown as TokenInput);
    await secrets.save(after["token_file"] as string, token);
    inventory.add(kind, await client.tokens.get(id));
    reporter.settle(operation, { status: "done", objectId: id });
  }
}
