import { type NetBoxLab, startNetBox } from "@multipass-netbox/netbox-lab";
import { afterAll, beforeAll, expect, test } from "vitest";

let lab: NetBoxLab;
beforeAll(async () => {
  lab = await startNetBox();
}, 120_000);
afterAll(async () => lab.stop());

test("a site that was created is found", async () => {
  const headers = {
    authorization: `Bearer ${lab.token.reveal()}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ name: "Berlin", slug: "berlin" });
  const created = await fetch(`${lab.url}/api/dcim/sites/`, { method: "POST", headers, body });
  expect(created.status).toBe(201);

  const found = await fetch(`${lab.url}/api/dcim/sites/?slug=berlin`, { headers });
  expect(await found.json()).toMatchObject({ count: 1 });
});
