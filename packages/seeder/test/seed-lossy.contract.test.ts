import { isComplete } from "@multipass-netbox/core";
import { describe, expect, it } from "vitest";
import { openStandIn, seed } from "./seeded-stand-in.ts";

describe("a server that does not keep what it said it took", () => {
  it("is NETBOX_NOT_KEPT with the name of the lost custom field", async () => {
    await using lab = await openStandIn(({ method, path }) =>
      method === "POST" && path === "/api/dcim/devices/"
        ? { type: "drop-field", field: "custom_fields.vmid" }
        : undefined,
    );
    const { receipt, failure } = await seed(lab.client);

    expect(failure).toMatchObject({ code: "NETBOX_NOT_KEPT" });
    expect(receipt.failed).toMatchObject([
      {
        operation: "create device r2d2automaker",
        message: "custom_fields.vmid: was sent as 100 and was kept as null",
        objectId: expect.any(Number),
      },
    ]);
    expect(receipt.notAttempted).toContain("create service r2d2automaker/netbox");
  });

  it("is unknown, not failed, when the connection is cut and nothing is found of the request", async () => {
    await using lab = await openStandIn(({ method, path }) =>
      method === "POST" && path === "/api/ipam/services/" ? { type: "cut-before" } : undefined,
    );
    const { receipt, failure } = await seed(lab.client);

    expect(failure).toMatchObject({ code: "NETBOX_UNREACHABLE" });
    expect(receipt.unknown).toHaveLength(19);
    expect(receipt.failed).toEqual([]);
  });

  it("is found in the change log when the connection is cut after it took the request", async () => {
    await using lab = await openStandIn(({ method, path }) =>
      method === "POST" && path === "/api/ipam/services/" ? { type: "cut-after" } : undefined,
    );
    const { receipt, failure } = await seed(lab.client);

    expect(failure).toBeUndefined();
    expect(isComplete(receipt)).toBe(true);
    expect(await lab.client.services.list()).toHaveLength(19);
  });
});
