import { loadExchange } from "@multipass-netbox/testkit";
import { expect, it } from "vitest";
import type { IpAllocation } from "@multipass-netbox/netbox-client";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

it("does not blame the token when the authentication check itself breaks down", async () => {
  await using netbox = openFakeNetBox([
    loadExchange("4.5.2", "670-user-no-permission-list-lang-en").response,
    loadExchange("4.5.2", "709-redis-down-get").response,
  ]);
  const error = await catchError(netbox.client.devices.list());

  expect(error.code).not.toBe("NETBOX_AUTH");
});

it("names the request whose answer breaks off", async () => {
  const { response } = loadExchange("4.5.2", "011-status");
  await using netbox = openFakeNetBox([{ ...response, body: '{"half' }]);
  const error = await catchError(netbox.client.tags.list());

  expect(error.message).toContain("extras/tags/");
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

const misspelt: IpAllocation & { readonly descripton: string } = { descripton: "typo" };

it("does not send a field that NetBox would drop, of an address to allocate either", async () => {
  const { response } = loadExchange("4.5.2", "372-avail-ips-post-one");
  await using netbox = openFakeNetBox([{ ...response, body: [response.body] }]);
  const error = await catchError(netbox.client.allocateIps(4, [misspelt]));

  expect(error.code).toBe("NETBOX_VALIDATION");
});
