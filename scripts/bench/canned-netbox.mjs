// A server that answers as NetBox 4.7 does to lists of addresses, and costs the one who asks
// nothing but the answer: node canned-netbox.mjs. Prints its port. The path says how many
// addresses there are: /20000/api/ipam/ip-addresses/?start=1&limit=1000
import { createServer } from "node:http";

const rendered = new Map();

const server = createServer((request, response) => {
  const url = request.url ?? "";
  const body = rendered.get(url) ?? renderPage(new URL(url, "http://127.0.0.1"));
  rendered.set(url, body);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": body.length,
    "api-version": "4.7",
    "x-request-id": "0c7e2a9e-9d4e-4f0e-8a43-6a8f6f1c2b11",
  });
  response.end(body);
});

server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on("end", () => process.exit()).resume();

/** Ids are 1 to the number of addresses. */
function renderPage({ pathname, searchParams: query }) {
  const total = Number(pathname.split("/")[1]);
  const number = (name, otherwise) => Number(query.get(name) ?? otherwise);
  const first = Math.max(1, number("start", 1), number("id__gt", 0) + 1);
  const last = Math.min(total, number("id__lte", total));
  const count = Math.max(0, last - first + 1);
  const offset = number("offset", 0);
  const length = Math.max(0, Math.min(number("limit", 50), count - offset));
  const isBackward = query.get("ordering") === "-id";
  const results = Array.from({ length }, (_, index) =>
    renderAddress(isBackward ? last - offset - index : first + offset + index),
  );
  const next = offset + length < count ? "http://127.0.0.1/next" : null;
  const page = { count: query.has("start") ? null : count, next, previous: null, results };
  return Buffer.from(JSON.stringify(page));
}

function renderAddress(id) {
  const base = "http://127.0.0.1/netbox";
  const address = `10.${(id >> 16) & 255}.${(id >> 8) & 255}.${id & 255}/8`;
  const time = "2026-11-23T09:05:29.447250Z";
  return {
    id,
    url: `${base}/api/ipam/ip-addresses/${id}/`,
    display_url: `${base}/ipam/ip-addresses/${id}/`,
    display: address,
    family: { value: 4, label: "IPv4" },
    address,
    vrf: null,
    tenant: {
      id: 2,
      url: `${base}/api/tenancy/tenants/2/`,
      display: "Client Demo",
      name: "Client Demo",
      slug: "client-demo",
      description: "For demonstrations",
    },
    status: { value: "active", label: "Active" },
    role: null,
    assigned_object_type: null,
    assigned_object_id: null,
    assigned_object: null,
    nat_inside: null,
    nat_outside: [],
    dns_name: `host-${id}.example.org`,
    description: "",
    owner: null,
    comments: "",
    tags: [],
    custom_fields: { claim_key: null },
    created: time,
    last_updated: time,
  };
}
