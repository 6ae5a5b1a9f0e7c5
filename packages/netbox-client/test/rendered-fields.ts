import * as fc from "fast-check";

/** A value that is sent, and what NetBox answers for it once it has kept it. */
export interface Rendered {
  readonly sent: unknown;
  readonly kept: unknown;
}

/** Says how NetBox answers the values of an arbitrary; as they are unless told. */
function rendered<T>(sent: fc.Arbitrary<T>, render: (value: T) => unknown = (value) => value) {
  return sent.map((value): Rendered => ({ sent: value, kept: render(value) }));
}

const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
const choice = (value: unknown) => ({ value, label: `The ${String(value)}` });
const briefOf = (one: number) => ({
  id: one,
  url: `http://netbox/api/dcim/sites/${one}/`,
  display: `Site ${one}`,
  name: `Site ${one}`,
  slug: `site-${one}`,
});

const text = rendered(fc.string(), (value) => value.trim());
const nothing = fc.constantFrom<Rendered>({ sent: null, kept: null }, { sent: "", kept: null });
const chosen = fc.oneof(rendered(word, choice), nothing);
const byId = rendered(id, briefOf);
const bySlug = rendered(
  id.map((one) => ({ slug: `site-${one}` })),
  ({ slug }) => briefOf(Number(slug.slice(5))),
);
// The brief form need not hold what an object was named by.
const byModel = rendered(
  id.map((one) => ({ model: `Model ${one}` })),
  ({ model }) => briefOf(Number(model.slice(6))),
);
const reference = fc.oneof(byId, bySlug, byModel, fc.constant({ sent: null, kept: null }));

/** Lists that NetBox orders as it likes. */
const listOf = (one: fc.Arbitrary<Rendered>) =>
  fc
    .array(one, { maxLength: 5 })
    .chain((all) =>
      fc.shuffledSubarray(all, { minLength: all.length }).map((other) => [all, other]),
    )
    .map(([all = [], other = []]): Rendered => ({
      sent: all.map(({ sent }) => sent),
      kept: other.map(({ kept }) => kept),
    }));

const ipv4 = fc.tuple(fc.ipV4(), fc.option(fc.nat({ max: 32 }))).map(([host, mask]): Rendered => ({
  sent: mask === null ? host : `${host}/${mask}`,
  kept: `${host}/${mask ?? 32}`,
}));

// Shortened by the URL of the platform, not by what the client uses.
const ipv6 = fc
  .tuple(fc.array(fc.nat({ max: 0xffff }), { minLength: 8, maxLength: 8 }), fc.boolean())
  .map(([groups, isUpper]) => {
    const long = groups.map((group) => group.toString(16).padStart(4, "0")).join(":");
    const kept = `${new URL(`http://[${long}]/`).hostname.slice(1, -1)}/64`;
    return { sent: `${isUpper ? long.toUpperCase() : long}/64`, kept };
  });

const mac = fc
  .tuple(
    fc.array(fc.nat({ max: 255 }), { minLength: 6, maxLength: 6 }),
    fc.constantFrom(":", "-", ""),
  )
  .map(([bytes, separator]): Rendered => {
    const pairs = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
    return { sent: pairs.join(separator), kept: pairs.join(":").toUpperCase() };
  });

// Sent in UTC, answered in the zone of the server.
const time = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date): Rendered => {
    const local = new Date(date.getTime() + 3_600_000).toISOString();
    return { sent: date.toISOString(), kept: local.replace("Z", "000+01:00") };
  });

const customFields = fc
  .dictionary(
    word,
    fc.oneof(
      rendered(fc.string()),
      rendered(fc.integer()),
      rendered(fc.boolean()),
      rendered(fc.jsonValue()),
      chosen,
      rendered(word),
      listOf(rendered(word, choice)),
      byId,
      listOf(byId),
      fc.constant({ sent: [], kept: null }),
    ),
  )
  .map((fields): Rendered => {
    const entries = Object.entries(fields);
    return {
      sent: Object.fromEntries(entries.map(([name, { sent }]) => [name, sent])),
      // Those that were not sent are answered as well.
      kept: { ...Object.fromEntries(entries.map(([name, { kept }]) => [name, kept])), "0ther": 1 },
    };
  });

const decimal = rendered(fc.integer({ min: -90_000_000, max: 90_000_000 }), Number).map(
  ({ sent }): Rendered => ({ sent: Number(sent) / 1e6, kept: Number(sent) / 1e6 }),
);

/** Fields of every sort that NetBox has, each by the name under which its sort is known. */
export const renderedFields: Readonly<Record<string, fc.Arbitrary<Rendered>>> = {
  description: text,
  enabled: rendered(fc.boolean()),
  mtu: rendered(fc.option(fc.integer())),
  latitude: decimal,
  status: chosen,
  width: rendered(fc.constantFrom(10, 19, 23), choice),
  site: reference,
  tags: listOf(fc.oneof(byId, bySlug)),
  groups: listOf(byId),
  object_types: listOf(rendered(word)),
  address: fc.oneof(ipv4, ipv6),
  prefix: ipv6,
  allowed_ips: listOf(fc.oneof(ipv4, ipv6)),
  dns_name: rendered(fc.stringMatching(/^[A-Za-z0-9-]{1,9}\.[A-Za-z]{2,5}$/), (name) =>
    name.toLowerCase(),
  ),
  mac_address: mac,
  expires: time,
  custom_fields: customFields,
  local_context_data: rendered(fc.dictionary(word, fc.jsonValue())),
};
