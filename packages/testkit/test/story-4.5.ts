import { expect } from "vitest";
import {
  type Exchange,
  listExchangeNames,
  loadExchange,
  type NetBoxStandIn,
} from "../src/index.ts";
import { replay } from "./replay.ts";

/** What the stand-in answers with a 501, because our packages never send it. */
const left: readonly (readonly [what: string, ranges: string])[] = [
  ["filters and orders that NetBox ignores", "209-210 223 255 261"],
  ["paths that it does not have", "244 264 421"],
  ["PUT, HEAD and OPTIONS", "271-272 286-289 305-307 341 697"],
  ["other content types and hosts", "273-277 282-283 285 294 695-696"],
  ["query parameters on writes, and what they left behind", "296-304"],
  ["free prefixes", "390-396"],
  ["locations, VRFs, VLANs, MAC addresses", "448-454 576-596"],
  ["IPv6", "525-531"],
  ["defaults of custom fields", "548-553"],
  ["jobs and queues, GraphQL, pages", "604-607 636 644-645 655-662 688"],
  ["what a user may see by object permissions", "676-680 682-683 685"],
];

/** The recordings that are one story from an empty NetBox on. Ids come out the same. */
export const story = listExchangeNames("4.5.2")
  .filter((name) => name >= "028" && name < "707")
  .filter((name) => !left.some(([, ranges]) => isWithin(name, ranges)));

function isWithin(name: string, ranges: string): boolean {
  const number = name.slice(0, 3);
  return ranges
    .split(" ")
    .map((range) => range.split("-"))
    .some(([first = "", last = first]) => number >= first && number <= last);
}

/** A request of ours with the status that it must have. */
type Interlude = readonly [method: string, path: string, body: unknown, status?: number];

/** What stands in for the requests that were left out or never recorded, by the next recording. */
const interludes: Readonly<Record<string, readonly Interlude[]>> = {
  "308-patch-custom-fields-merge": [
    ["PATCH", "tenancy/tenants/2/", { comments: "changed with ?brief" }, 200],
    ["PATCH", "tenancy/tenants/2/", { description: "via fields" }, 200],
    ["PATCH", "tenancy/tenants/2/", { group: null }, 200],
  ],
  "397-ip-range-create": [
    ["POST", "ipam/prefixes/", { prefix: "10.40.0.0/24" }],
    ["POST", "ipam/prefixes/", { prefix: "10.40.1.0/24" }],
    ["POST", "ipam/prefixes/", { prefix: "10.40.2.0/26" }],
  ],
  // Twenty allocations and ten creations of one site that raced each other.
  "405-changelog-message-post": [
    ...Array.from({ length: 20 }, (): Interlude => ["POST", "ipam/prefixes/11/available-ips/", {}]),
    ["POST", "dcim/sites/", { name: "Race", slug: "race" }],
    ["POST", "dcim/sites/", twice({ name: "Race 2", slug: "race-2" }), 500],
    ["POST", "dcim/sites/", twice({ name: "Race 2", slug: "race-2" }), 500],
    ["POST", "dcim/sites/", twice({ name: "Race 2", slug: "race-2" }), 500],
  ],
  "532-crud-service-create": [
    ["POST", "ipam/ip-addresses/", { address: "172.16.0.1/32" }],
    ["DELETE", "ipam/ip-addresses/35/", undefined, 204],
  ],
};

function twice(body: object): readonly object[] {
  return [body, body];
}

/** Sends what goes before a recording and is not recorded. */
async function playInterlude(name: string, netbox: NetBoxStandIn): Promise<void> {
  for (const [method, path, body, status = 201] of interludes[name] ?? []) {
    const answer = await fetch(`${netbox.url}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${netbox.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status, `${method} ${path}`).toBe(status);
  }
}

const secrets: Readonly<Record<string, string>> = {
  "<USER_PASSWORD>": "Lecteur-12345",
  "<V1_TOKEN>": "0123456789abcdef0123456789abcdef01234567",
};

/** A recording with secrets of ours for those that were taken out of it. */
function loadScene(name: string, { superuser }: NetBoxStandIn): Exchange {
  const exchange = loadExchange("4.5.2", name);
  const known = { ...secrets, "<ADMIN_PASSWORD>": superuser.password };
  const body = Object.entries(known).reduce(
    (text, [placeholder, secret]) => text.replaceAll(placeholder, secret),
    JSON.stringify(exchange.request.body),
  );
  return { ...exchange, request: { ...exchange.request, body: JSON.parse(body) as unknown } };
}

// The tokens of the story by their ids; the superuser's own everywhere else.
const clientToken = (number: number): string => `<CLIENT_SUPPLIED_40_CHAR_TOKEN_${number}>`;
const reader = "useruseruseruseruseruseruseruseruseruser";
const authors: readonly (readonly [ranges: string, id: number, secret: string])[] = [
  ["036", 5, clientToken(1)],
  ["044 047-048 050-051 053-054", 9, clientToken(3)],
  ["058-061", 10, clientToken(4)],
  ["669-674", 12, reader],
];
const version1 = secrets["<V1_TOKEN>"] ?? "";
const otherAuthors: Readonly<Record<string, string>> = {
  "056-token-deleted": "Bearer nbt_deleted.deleted",
  "063-token-v1-token-keyword": `Token ${version1}`,
  "064-token-v1-bearer-keyword": `Bearer ${version1}`,
};

/** The header with which a recording was sent. */
async function authorizationFor(name: string, netbox: NetBoxStandIn): Promise<string | undefined> {
  if (name.includes("-token-provision")) {
    return undefined;
  }
  const author = authors.find(([ranges]) => isWithin(name, ranges));
  if (!author) {
    return otherAuthors[name] ?? `Bearer ${netbox.token}`;
  }
  const [, id, secret] = author;
  const answer = await fetch(`${netbox.url}/api/users/tokens/${id}/`, {
    headers: { authorization: `Bearer ${netbox.token}` },
  });
  const { key } = (await answer.json()) as { readonly key: string };
  return `Bearer nbt_${key}.${secret}`;
}

/** Replays one recording of the story. */
export async function playScene(name: string, netbox: NetBoxStandIn) {
  await playInterlude(name, netbox);
  const authorization = await authorizationFor(name, netbox);
  return replay(loadScene(name, netbox), netbox, { authorization });
}
