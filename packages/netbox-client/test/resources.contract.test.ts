import { listExchangeNames, loadExchange, type RecordedVersion } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { resources } from "../src/resources.ts";
import { catchError } from "./catch-error.ts";
import { type FakeAnswer, openFakeNetBox } from "./fake-netbox.ts";

type ResourceName = keyof typeof resources;
type Body = Readonly<Record<string, unknown>>;

const versions = ["4.5.2", "4.7.3"] as const satisfies readonly RecordedVersion[];
const names = Object.keys(resources) as readonly ResourceName[];

// Recorded bodies that the client can send, per kind and version.
const creates: Readonly<Partial<Record<ResourceName, Partial<Record<RecordedVersion, string>>>>> = {
  tags: { "4.5.2": "312-bulk-create-tags-3", "4.7.3": "004-tags-create" },
  customFields: {
    "4.5.2": "106-seed-custom-field-vmid",
    "4.7.3": "017-custom-fields-create-text",
  },
  customFieldChoiceSets: { "4.7.3": "010-custom-field-choice-sets-create" },
  tenantGroups: { "4.5.2": "071-seed-tenant-group", "4.7.3": "018-tenant-groups-create" },
  tenants: { "4.5.2": "434-crud-tenant-create", "4.7.3": "023-tenants-create" },
  sites: { "4.5.2": "088-seed-site", "4.7.3": "028-sites-create" },
  racks: { "4.5.2": "093-seed-rack", "4.7.3": "035-racks-create" },
  manufacturers: { "4.5.2": "094-seed-manufacturer", "4.7.3": "040-manufacturers-create" },
  deviceTypes: { "4.5.2": "095-seed-device-type", "4.7.3": "045-device-types-create" },
  deviceRoles: { "4.5.2": "476-crud-device-role-create", "4.7.3": "050-device-roles-create" },
  platforms: { "4.5.2": "483-crud-platform-create" },
  devices: { "4.5.2": "120-seed-device", "4.7.3": "060-devices-create-2" },
  interfaces: { "4.5.2": "125-seed-interface", "4.7.3": "061-interfaces-create" },
  vrfs: { "4.5.2": "576-crud-vrf-create" },
  prefixes: { "4.5.2": "139-seed-prefix", "4.7.3": "066-prefixes-create" },
  ipRanges: { "4.5.2": "397-ip-range-create" },
  ipAddresses: { "4.5.2": "159-seed-ip-address", "4.7.3": "071-ip-addresses-create" },
  services: { "4.5.2": "198-seed-service-dns", "4.7.3": "221-services-write-port_mappings" },
  clusterTypes: { "4.5.2": "597-crud-cluster-type-create" },
  virtualMachines: { "4.5.2": "700-vm-create-with-site" },
  vmInterfaces: { "4.5.2": "701-vm-interface-create" },
  webhooks: { "4.5.2": "608-webhook-receiver-create", "4.7.3": "326-webhooks-create" },
  eventRules: { "4.5.2": "609-event-rule-receiver-create", "4.7.3": "331-event-rules-create" },
  journalEntries: { "4.5.2": "422-journal-create" },
  users: { "4.5.2": "663-user-create", "4.7.3": "212-users-create" },
  objectPermissions: {
    "4.5.2": "675-permission-create-view-devices",
    "4.7.3": "216-permissions-create",
  },
  tokens: { "4.5.2": "035-token-create-client-supplied", "4.7.3": "393-tokens-create-allowed-ips" },
};

// Kinds of which no answer was recorded: resources.int.test.ts makes one of each.
const unrecorded: Readonly<Record<RecordedVersion, readonly ResourceName[]>> = {
  "4.5.2": ["customFieldChoiceSets", "clusterGroups", "clusters"],
  "4.7.3": [
    "platforms",
    "vrfs",
    "ipRanges",
    "clusterTypes",
    "clusterGroups",
    "clusters",
    "virtualMachines",
    "vmInterfaces",
    "journalEntries",
    "groups",
  ],
};

// Bodies to which a real NetBox said 201 while it lost or misunderstood what they say.
const refused = [
  ["racks", "089-rack-type-virtual", "type"],
  ["prefixes", "126-prefix-with-site", "site"],
  ["ipAddresses", "140-ip-assigned-to-device", "assigned_object_type"],
  ["services", "179-service-parent-bad-type-lang-en", "parent_object_type"],
] as const;

describe.each(versions)("what NetBox %s answered is read", (version) => {
  it.each(names.filter((name) => !unrecorded[version].includes(name)))(
    "%s, every object of every recorded answer",
    async (name) => {
      const answers = readableAnswers(version, name);
      await using netbox = openFakeNetBox(answers.map(({ answer }) => answer));
      const endpoint = netbox.client[name];
      const read = [];
      for (const { isList } of answers) {
        read.push(isList ? await endpoint.list() : [await endpoint.get(1)]);
      }

      expect(answers.length).toBeGreaterThanOrEqual(1);
      expect(read.map((objects) => objects.map(({ id }) => id))).toEqual(
        answers.map(({ ids }) => ids),
      );
    },
  );

  it.each(unrecorded[version])("%s was not recorded", (name) => {
    expect(readableAnswers(version, name)).toEqual([]);
  });
});

describe.each(versions)("what NetBox %s took is sent as recorded", (version) => {
  it.each(names.filter((name) => creates[name]?.[version]))("%s", async (name) => {
    const { request, response } = loadExchange(version, creates[name]?.[version] ?? "");
    const sent = listOf(request.body);
    const answer = { ...response, body: listOf(response.body) };
    await using netbox = openFakeNetBox([statusOf(version), answer]);
    const made = await create(netbox.client, name, sent.map(inOurWords));

    expect(netbox.requests[1]).toMatchObject({
      method: "POST",
      path: `/netbox/api/${resources[name].path}`,
    });
    expect(listOf(netbox.requests[1]?.body).map(withoutMessage)).toEqual(sent);
    expect(made.objects.map(({ id }) => id)).toEqual(answer.body.map(({ id }) => id));
    expect(made.outcomes[0]).toMatchObject({
      status: "done",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe("what NetBox 4.5.2 took and lost is not sent", () => {
  it.each(refused)("%s: %s", async (name, recording, field) => {
    const { request } = loadExchange("4.5.2", recording);
    await using netbox = openFakeNetBox([statusOf("4.5.2")]);
    const error = await catchError(
      create(netbox.client, name, listOf(request.body).map(inOurWords)),
    );

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain(`${resources[name].path}: not sent: `);
    expect(error.message).toContain(field);
    expect(netbox.requests).toEqual([]);
  });
});

interface ReadableAnswer {
  readonly isList: boolean;
  readonly answer: FakeAnswer;
  readonly ids: readonly unknown[];
}

/** Every recorded success of a kind, as the client would meet it: as one object or as a list. */
function readableAnswers(version: RecordedVersion, name: ResourceName): readonly ReadableAnswer[] {
  const path = `/netbox/api/${resources[name].path}`;
  return listExchangeNames(version)
    .map((recording) => loadExchange(version, recording))
    .filter(({ request }) => request.path.startsWith(path))
    .filter(({ request }) => !/brief|avail|provision|[?&](fields|omit)=/.test(request.path))
    .filter(({ response }) => response.status === 200 || response.status === 201)
    .map(({ response }) => toReadable(response));
}

function toReadable({ status, headers, body }: FakeAnswer): ReadableAnswer {
  const results = Array.isArray(body) ? (body as readonly Body[]) : (body as Body)["results"];
  if (!Array.isArray(results)) {
    return { isList: false, answer: { status, headers, body }, ids: [(body as Body)["id"]] };
  }
  const ids = results.map((object: Body) => object["id"]);
  // One page of a longer list was recorded: here it is the whole.
  const page = { count: results.length, next: null, previous: null, results };
  return { isList: true, answer: { status, headers, body: page }, ids };
}

function statusOf(version: RecordedVersion): FakeAnswer {
  const name = version === "4.5.2" ? "011-status" : "001-status";
  return loadExchange(version, name).response;
}

function listOf(body: unknown): readonly Body[] {
  return (Array.isArray(body) ? body : [body]) as readonly Body[];
}

/** What the caller gave: the client adds a message for the change log. */
function withoutMessage(body: Body): Body {
  const { changelog_message: _message, ...rest } = body;
  return rest;
}

/** Ports are always `port_mappings` for the caller of the client. */
function inOurWords(recorded: Body): Body {
  const { protocol, ports, ...body } = recorded as RecordedService;
  return protocol && ports
    ? { ...body, port_mappings: ports.map((port) => `${protocol}/${port}`) }
    : recorded;
}

interface RecordedService extends Body {
  readonly protocol?: string;
  readonly ports?: readonly number[];
}

type Client = ReturnType<typeof openFakeNetBox>["client"];

/** The endpoints have a type each; a recorded body fits the one of its kind. */
function create(client: Client, name: ResourceName, bodies: readonly Body[]) {
  const endpoint = client[name] as unknown as Client["tags"];
  return endpoint.create(bodies as unknown as Parameters<Client["tags"]["create"]>[0]);
}
