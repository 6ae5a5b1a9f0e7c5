import { applyPlan, Secret } from "@multipass-netbox/core";
import {
  buildSeed,
  createSeedExecutor,
  loadInventory,
  planSeed,
  type SecretStore,
} from "@multipass-netbox/seeder";
import { expect, it } from "vitest";
import { type OpenStandIn, openStandIn } from "./seeded-stand-in.ts";

const text = `
users: [{ username: ada, password: { env: ADA } }]
tokens: [{ user: ada, description: agent, token_file: ada.token }]
`;
const { objects } = buildSeed([{ name: "seed.yaml", text }]);

it("a token that can't be saved is deleted again, and made by the next run", async () => {
  await using lab = await openStandIn();
  const { failure, receipt } = await seedTokens(lab, () => Promise.reject(new Error("disk full")));
  expect(failure).toMatchObject({ code: "APPLY_FAILED", cause: { message: "disk full" } });
  expect(receipt.failed).toMatchObject([
    { operation: "create token ada/agent", message: expect.stringContaining("deleted again") },
  ]);
  expect(await tokensOf(lab)).toEqual([]);

  const second = await seedTokens(lab, () => Promise.resolve());
  expect(second.failure).toBeUndefined();
  expect(second.receipt.done).toMatchObject([{ operation: "create token ada/agent" }]);
});

it("a token that can neither be saved nor deleted is named as the one to delete", async () => {
  await using lab = await openStandIn(({ method }) =>
    method === "DELETE"
      ? { type: "answer", status: 403, contentType: "application/json", body: "{}" }
      : undefined,
  );
  const { receipt } = await seedTokens(lab, () => Promise.reject(new Error("disk full")));
  const [id] = await tokensOf(lab);
  expect(receipt.failed).toMatchObject([
    { objectId: id, message: expect.stringContaining(`delete token ${id} in NetBox`) },
  ]);
});

async function seedTokens({ client }: OpenStandIn, save: SecretStore["save"]) {
  const inventory = await loadInventory(client, objects);
  const secrets = { read: () => new Secret("Ada's password 1"), save };
  return await applyPlan(planSeed(objects, inventory, { target: client.url }), {
    execute: createSeedExecutor({ client, inventory, secrets }),
    journal: { append: () => undefined },
  });
}

async function tokensOf({ client }: OpenStandIn): Promise<readonly number[]> {
  const [ada] = await client.users.list({ username: "ada" });
  const tokens = await client.tokens.list({ user_id: ada?.id ?? 0 });
  return tokens.map(({ id }) => id);
}
