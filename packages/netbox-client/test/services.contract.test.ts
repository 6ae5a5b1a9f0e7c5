import { loadExchange, type RecordedVersion } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

describe("ports are read as port_mappings", () => {
  const recorded = [
    ["4.5.2", "198-seed-service-dns", ["udp/53"]],
    ["4.5.2", "532-crud-service-create", ["tcp/443", "tcp/80"]],
    ["4.7.3", "221-services-write-port_mappings", ["tcp/80", "udp/53"]],
    ["4.7.3", "222-services-write-legacy", ["tcp/443", "tcp/8443"]],
    ["4.7.3", "229-services-write-unsorted-dup", ["tcp/443", "tcp/80"]],
  ] as const;

  it.each(recorded)("%s %s", async (version, name, mappings) => {
    await using netbox = openFakeNetBox([loadExchange(version, name).response]);

    expect((await netbox.client.services.get(1)).port_mappings).toEqual(mappings);
  });
});

describe("ports are written in the words of the server's version", () => {
  const change = { id: 2, port_mappings: ["tcp/80", "tcp/443"] };
  const written = [
    ["4.5.2", "011-status", [{ id: 2, protocol: "tcp", ports: [80, 443] }]],
    ["4.7.3", "001-status", [{ id: 2, port_mappings: ["tcp/80", "tcp/443"] }]],
  ] as const;

  it.each(written)("%s", async (version, status, body) => {
    await using netbox = openFakeNetBox([
      loadExchange(version, status).response,
      bulkAnswer(version),
    ]);
    await netbox.client.services.update([change], { allowLoss: true });

    expect(netbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /netbox/api/status/",
      "PATCH /netbox/api/ipam/services/",
    ]);
    expect(netbox.requests[1]?.body).toEqual([{ ...body[0], ...message }]);
  });

  it("leaves the ports out of a change that does not name them", async () => {
    await using netbox = openFakeNetBox([
      loadExchange("4.5.2", "011-status").response,
      bulkAnswer("4.5.2"),
    ]);
    await netbox.client.services.update([{ id: 2, description: "d" }], { allowLoss: true });

    expect(netbox.requests[1]?.body).toEqual([{ id: 2, description: "d", ...message }]);
  });

  it("refuses two protocols where NetBox 4.5 has one, and sends nothing", async () => {
    await using netbox = openFakeNetBox([loadExchange("4.5.2", "011-status").response]);
    const error = await catchError(
      netbox.client.services.update([{ id: 2, port_mappings: ["tcp/53", "udp/53"] }]),
    );

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain("tcp/53 and udp/53");
    expect(netbox.requests).toHaveLength(1);
  });
});

const message = { changelog_message: "multipass-netbox" };

/** A recorded service as a bulk PATCH would answer it, with the id 2. */
function bulkAnswer(version: RecordedVersion) {
  const name = version === "4.5.2" ? "534-crud-service-patch" : "233-services-patch-mappings";
  const { response } = loadExchange(version, name);
  return { ...response, body: [{ ...(response.body as object), id: 2 }] };
}
