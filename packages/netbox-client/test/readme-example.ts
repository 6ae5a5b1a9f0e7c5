import type { Claim, ItemOutcome } from "@multipass-netbox/netbox-client";
import { createNetBoxClient, NetBoxBulkError } from "@multipass-netbox/netbox-client";

/** What the example finds and gets. */
export interface Example {
  readonly slugs: readonly string[];
  readonly addresses: readonly string[];
  readonly outcomes: readonly ItemOutcome<unknown>[];
  readonly claim: Claim;
}

/** The code of the README, run against a real NetBox; readme.test.ts holds them to each other. */
export async function runExample(url: string, token: string): Promise<Example> {
  await using netbox = createNetBoxClient({ url, token });

  const sites = await netbox.sites.list({ status: "active" }, { fields: ["slug"] });
  const slugs = sites.map(({ slug }) => slug);

  const addresses: string[] = [];
  for await (const { address } of netbox.ipAddresses.iterate({ parent: "10.73.0.0/24" })) {
    addresses.push(address);
  }

  const tags = [
    { name: "README web", slug: "readme-web" },
    { name: "README mail", slug: "not a slug" },
  ];
  const outcomes = await netbox.tags.create(tags).then(
    (result) => result.outcomes,
    (error: unknown) => {
      if (error instanceof NetBoxBulkError) {
        return error.outcomes;
      }
      throw error;
    },
  );

  const [prefix] = await netbox.prefixes.list({ prefix: "10.73.0.0/24" });
  const claim = await netbox.allocateOnce({
    prefixId: prefix?.id ?? 0,
    claimKey: "client-demo/web",
    body: { description: "the web server of client-demo" },
  });

  return { slugs, addresses, outcomes, claim };
}
