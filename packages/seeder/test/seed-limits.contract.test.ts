import { startNetBox45StandIn } from "@multipass-netbox/testkit";
import { createNetBoxClient } from "@multipass-netbox/netbox-client";
import { expect, it } from "vitest";
import { buildSeed, loadInventory } from "@multipass-netbox/seeder";

it.each(["2001:DB8::1/64", "192.168.001.161/24", "10.1/16", "3232235777/24"])(
  "refuses %s, which NetBox writes in another way: the read-back would never match",
  (address) => {
    const text = `ip-addresses:\n  - address: "${address}"\n`;

    expect(() => buildSeed([{ name: "a.yaml", text }])).toThrow("a.yaml:2");
  },
);

it("keeps request lines under 4,094 bytes with the longest slugs that NetBox takes", async () => {
  await using netbox = await startNetBox45StandIn();
  await using client = createNetBoxClient(netbox);
  const entries = Array.from({ length: 50 }, (_, index) => String(index).padStart(2, "0")).map(
    (n) => `  - name: M${n}\n    slug: ${"s".repeat(98)}${n}\n`,
  );
  const { objects } = buildSeed([{ name: "a.yaml", text: `manufacturers:\n${entries.join("")}` }]);
  await loadInventory(client, objects);

  const lengths = netbox.requests.map(({ path, query }) => path.length + query.length + 14);
  expect(Math.max(...lengths)).toBeLessThan(4094);
});
