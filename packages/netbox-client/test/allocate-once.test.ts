import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const recordedField = loadExchange("4.5.2", "107-seed-custom-field-ip").response.body as object;
const claimField = { unique: true, object_types: ["ipam.ipaddress"] };
const fieldThere = found({ ...recordedField, ...claimField });
const nothing = found();

describe("a claim key", () => {
  it.each(["", "null", " web", "web ", "web#1", "web#12"])(
    "%j can't be one, and nothing is asked",
    async (claimKey) => {
      await using netbox = openFakeNetBox([]);

      await expect(netbox.client.allocateOnce({ prefixId: 4, claimKey })).rejects.toMatchObject({
        code: "USAGE",
        message: `"${claimKey}" can't be a claim key`,
      });
      expect(netbox.requests).toEqual([]);
    },
  );

  it("is not found in addresses of other claims, nor in those without one", async () => {
    const others = found(address(1, null), address(2, "web#blue"), address(3, "web/a"));
    await using netbox = openFakeNetBox([fieldThere, others, taken(address(9, "web"))]);
    const claim = await netbox.client.allocateOnce({ prefixId: 4, claimKey: "web" });

    expect(claim).toEqual({ addresses: [{ id: 9, address: "10.0.0.9/24" }], isNew: true });
  });

  it("is asked for by every name that it can have: NetBox may compare exactly", async () => {
    const held = found(address(5, "web#1"), address(6, "web#2"));
    await using netbox = openFakeNetBox([fieldThere, held]);
    const claim = await netbox.client.allocateOnce({ prefixId: 4, claimKey: "web", count: 2 });

    expect(claim.isNew).toBe(false);
    expect(claim.addresses.map(({ id }) => id)).toEqual([5, 6]);
    const query = new URLSearchParams(netbox.requests[1]?.path.split("?")[1]);
    expect(query.getAll("cf_claim_key")).toEqual(["web", "web#1", "web#2", "web#3"]);
  });

  it.each([
    [1, ["web#1", "web#2"]],
    [2, ["web"]],
    [2, ["web#1", "web#2", "web#3"]],
    [3, ["web#1", "web#2"]],
  ])("that was taken for another number than %i is a conflict: %j", async (count, keys) => {
    const held = found(...keys.map((key, index) => address(index + 1, key)));
    await using netbox = openFakeNetBox([fieldThere, held]);
    const error = await catchError(
      netbox.client.allocateOnce({ prefixId: 4, claimKey: "web", count }),
    );

    expect(error.code).toBe("NETBOX_CONFLICT");
  });

  it("of many addresses is asked for in request lines that NetBox can read", async () => {
    const answers = Array.from({ length: 40 }, () => nothing);
    await using netbox = openFakeNetBox([fieldThere, ...answers]);
    const claimKey = "ä/".repeat(20);
    await netbox.client.allocateOnce({ prefixId: 4, claimKey, count: 200 }).catch(() => undefined);

    const lines = netbox.requests.map(({ path }) => path.length);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines)).toBeLessThan(4000);
  });
});

describe("an allocation of which NetBox did not keep everything", () => {
  it("is told, although the claim is found", async () => {
    const made = { ...address(9, "web"), description: "" };
    await using netbox = openFakeNetBox([fieldThere, nothing, taken(made), found(made)]);
    const body = { description: "the web server" };
    const error = await catchError(
      netbox.client.allocateOnce({ prefixId: 4, claimKey: "web", body }),
    );

    expect(error.code).toBe("NETBOX_NOT_KEPT");
    expect(error.message).toContain("10.0.0.9/24 allocated, but description");
  });
});

function address(id: number, claimKey: string | null) {
  return { id, address: `10.0.0.${id}/24`, custom_fields: { claim_key: claimKey } };
}

function found(...results: readonly object[]): FakeAnswer {
  return jsonAnswer(200, { count: results.length, results });
}

function taken(...objects: readonly object[]): FakeAnswer {
  return jsonAnswer(201, objects);
}
