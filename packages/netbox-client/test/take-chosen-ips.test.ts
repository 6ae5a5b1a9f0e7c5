import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const prefix = loadExchange("4.5.2", "139-seed-prefix").response;
const nothing = jsonAnswer(200, { count: 0, results: [] });
const refused = jsonAnswer(400, [{ address: ["Duplicate IP address found"] }]);

describe("chosen addresses", () => {
  it("that others take five times in a row are a conflict: the prefix is not exhausted", async () => {
    // The prefix, its addresses and its ranges, and the address that was chosen.
    const round: readonly FakeAnswer[] = [{ ...prefix, status: 200 }, nothing, nothing, refused];
    await using netbox = openFakeNetBox(Array.from({ length: 5 }, () => round).flat());
    const error = await catchError(netbox.client.allocateIps(4, [{}], { leaveOut: ["ranges"] }));

    expect(error.code).toBe("NETBOX_CONFLICT");
    expect(error.message).toBe("others took the chosen addresses of prefix 4 5 times in a row");
    expect(netbox.requests.filter(({ method }) => method === "POST")).toHaveLength(5);
  });
});
