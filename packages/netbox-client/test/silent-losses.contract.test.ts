import { type Exchange, loadExchange, startNetBox45StandIn } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";
import { endpointOf, refuseCall } from "./refuse-call.ts";

type Body = Readonly<Record<string, unknown>>;

// What a recorded NetBox lost with a success: the loss is shown first, then what the client makes
// of the same request. silent-losses.int.test.ts does it with a NetBox 4.7 that runs.
describe("what NetBox 4.5.2 loses in silence when it is asked is an error here", () => {
  it.each([
    {
      what: "a filter that does not exist: everything",
      recording: "209-filter-unknown-param",
      answered: { count: 2 },
      asked: { kind: "tenants", filters: { nonexistent: 1 } },
    },
    {
      what: "a lookup that does not exist: everything",
      recording: "223-filter-lookup-unknown",
      answered: { count: 2 },
      asked: { kind: "tenants", filters: { name__zzz: 1 } },
    },
    {
      what: "enabled=perhaps: everything",
      recording: "217-filter-bad-bool-lang-en",
      answered: { count: 1 },
      asked: { kind: "interfaces", filters: { enabled: "perhaps" } },
    },
    {
      what: "port=22&port=53: the last alone",
      recording: "220-filter-multi-value",
      answered: { results: [{ ports: [53] }] },
      asked: { kind: "services", filters: { port: [22, 53] } },
    },
  ] as const)("$what", async ({ recording, answered, asked: { kind, filters } }) => {
    expect(recorded(recording).response).toMatchObject({ status: 200, body: answered });

    const { error, sent } = await refuseCall((client) => endpointOf(client, kind).list(filters));
    expect(error.code).toBe("NETBOX_UNKNOWN_FILTER");
    expect(error.message).toContain(`"${Object.keys(filters)[0]}"`);
    expect(sent).toEqual([]);
  });

  it("a field to be answered that does not exist: the others", async () => {
    const { request, response } = recorded("259-fields-unknown");
    expect(request.path).toContain("?fields=id,nope");
    expect(response).toMatchObject({ status: 200, body: { results: [{ id: 3 }] } });

    await using netbox = openFakeNetBox([]);
    const options = { fields: ["nope" as "name"] };
    await expect(netbox.client.devices.list({}, options)).rejects.toMatchObject({ code: "USAGE" });
  });

  it("limit=9999: 1,000 of 1,001", async () => {
    await using netbox = await startNetBox45StandIn();
    await using client = createNetBoxClient(netbox);
    const names = Array.from({ length: 1001 }, (_, index) => `t${index}`);
    const { objects } = await client.tags.create(
      names.map((name) => ({ name, slug: name })),
      { limits: { items: 1001, sizeBytes: 1_000_000 } },
    );
    const cut = await fetch(`${netbox.url}/api/extras/tags/?limit=9999`, {
      headers: { authorization: `Bearer ${netbox.token}` },
    });
    expect(((await cut.json()) as { readonly results: unknown }).results).toHaveLength(1000);

    const listed = await client.tags.list({}, { pageSize: 9999 });
    expect(listed.map(({ id }) => id)).toEqual(objects.map(({ id }) => id));
    const limited = await catchError(client.tags.list({ limit: 9999 }));
    expect(limited.code).toBe("NETBOX_UNKNOWN_FILTER");
  });
});

describe("what NetBox 4.5.2 loses in silence of a body is an error here", () => {
  it.each([
    ["126-prefix-with-site", "prefixes", { site: 1 }],
    ["089-rack-type-virtual", "racks", { type: "virtual" }],
  ] as const)("a field that does not exist: dropped, %s", async (name, kind, lost) => {
    const { request, response } = recorded(name);
    const [field = ""] = Object.keys(lost);
    const bodies = [request.body as never];
    expect(request.body).toMatchObject(lost);
    expect(response.status).toBe(201);
    expect(response.body).not.toHaveProperty(field);

    const { error, sent } = await refuseCall((client) => endpointOf(client, kind).create(bodies));
    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain(`${field}: NetBox has no such field`);
    expect(sent).toEqual([]);
    // Found out all the same where the caller vouches for it.
    await using netbox = openFakeNetBox([status, { ...response, body: [response.body] }]);
    const vouched = endpointOf(netbox.client, kind).create(bodies, { allowFields: [field] });
    expect(await catchBulk(vouched)).toMatchObject({
      code: "NETBOX_NOT_KEPT",
      outcomes: [{ status: "failed", id: 1, fieldErrors: [{ field }] }],
    });
  });

  it.each([
    ["097-device-custom-fields-before-they-exist", ["vmid", "ip", "os", "ram_gb"]],
    ["112-device-custom-field-unknown", ["nope"]],
  ] as const)("custom_fields that don't exist: dropped, %s", async (name, lost) => {
    const { request, response } = recorded(name);
    const { custom_fields: kept, id } = response.body as { custom_fields: Body; id: number };
    expect(response.status).toBe(201);
    expect(lost.filter((field) => kept[field] !== undefined)).toEqual([]);

    await using netbox = openFakeNetBox([status, { ...response, body: [response.body] }]);
    const error = await catchBulk(netbox.client.devices.create([request.body as never]));
    const fieldErrors = lost.map((field) => ({ field: `custom_fields.${field}` }));
    expect(error.code).toBe("NETBOX_NOT_KEPT");
    expect(error.outcomes).toMatchObject([{ status: "failed", id, fieldErrors }]);
  });

  it.each([
    ["140-ip-assigned-to-device", "ipAddresses", "assigned_object_type"],
    ["179-service-parent-bad-type-lang-en", "services", "parent_object_type"],
    ["129-prefix-scope-bad-type", "prefixes", "scope_type"],
  ] as const)("a type that makes no sense: stored, %s", async (name, kind, field) => {
    const { request, response } = recorded(name);
    const { ports, protocol, ...body } = request.body as Body;
    const mappings = ports ? { port_mappings: [`${String(protocol)}/1`] } : {};
    expect(response).toMatchObject({ status: 201, body: { [field]: body[field] } });

    const { error, sent } = await refuseCall((client) =>
      endpointOf(client, kind).create([{ ...body, ...mappings } as never]),
    );
    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain(`not sent: ${field}: `);
    expect(sent).toEqual([]);
  });

  it("`tags` with `add_tags`: add_tags dropped, by 4.7.3 beside an empty list", async () => {
    const { request, response } = loadExchange("4.7.3", "311-tags-add-and-set");
    expect(request.body).toEqual({ tags: [], add_tags: [{ slug: "l24719-tag" }] });
    expect(response).toMatchObject({ status: 200, body: { tags: [] } });

    const change = { id: 1, ...(request.body as object) };
    for (const version of ["4.5.2", "4.7.3"] as const) {
      const { error, sent } = await refuseCall(({ sites }) => sites.update([change]), version);
      expect(error.code).toBe("NETBOX_VALIDATION");
      expect(error.message).toContain('"add_tags"');
      expect(sent).toEqual([]);
    }
  });

  it("a client's `token`: taken, and one that NetBox makes itself is not answered", async () => {
    const made = recorded("041-token-create-server-generated");
    expect(made.response).toMatchObject({ status: 201, body: { token: null } });

    const body = made.request.body as never;
    const { error, sent } = await refuseCall(({ tokens }) => tokens.create([body]));
    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(sent).toEqual([]);

    const { response } = recorded("035-token-create-client-supplied");
    await using netbox = openFakeNetBox([status, response]);
    const minted = await netbox.client.mintToken({ user: 1 });
    const { token: half } = (netbox.requests[1]?.body ?? {}) as { readonly token?: string };
    expect(half).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(minted.token.reveal()).toBe(`nbt_xvG8qbCvbtMD.${half}`);
  });
});

const status = loadExchange("4.5.2", "011-status").response;

function recorded(name: string): Exchange {
  return loadExchange("4.5.2", name);
}
