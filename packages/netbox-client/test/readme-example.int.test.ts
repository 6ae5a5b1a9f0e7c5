import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { beforeAll, expect, test } from "vitest";
import { runExample } from "./readme-example.ts";

const { url, token } = injectRealNetBox();

beforeAll(async () => {
  await using netbox = createNetBoxClient({ url, token });
  await netbox.sites.create([{ name: "README", slug: "readme" }]);
  await netbox.prefixes.create([{ prefix: "10.73.0.0/24" }]);
  await netbox.ipAddresses.create([{ address: "10.73.0.9/24" }]);
  if ((await netbox.customFields.count({ name: "claim_key" })) === 0) {
    await netbox.customFields.create([
      { name: "claim_key", type: "text", object_types: ["ipam.ipaddress"], unique: true },
    ]);
  }
});

test("the README's example does what it says, and a second time nothing new", async () => {
  const first = await runExample(url, token);
  expect(first.slugs).toContain("readme");
  expect(first.addresses).toEqual(["10.73.0.9/24"]);
  expect(first.outcomes.map(({ status }) => status)).toEqual(["done", "failed"]);
  expect(first.claim).toMatchObject({ isNew: true, addresses: [{ address: "10.73.0.1/24" }] });

  const second = await runExample(url, token);
  expect(second.addresses).toEqual(["10.73.0.1/24", "10.73.0.9/24"].toReversed());
  expect(second.outcomes).toMatchObject([
    { status: "failed", code: "NETBOX_VALIDATION" },
    { status: "failed", code: "NETBOX_VALIDATION" },
  ]);
  expect(second.claim).toEqual({ addresses: first.claim.addresses, isNew: false });
});
