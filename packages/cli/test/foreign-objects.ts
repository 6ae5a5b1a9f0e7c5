import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { type Devices, type Make, makeGuests, makeNetwork } from "./foreign-network.ts";

/** Objects that this project did not make, and how to be rid of them. */
export interface ForeignObjects extends AsyncDisposable {
  /** Ids of devices of one name, and of one without. */
  readonly twins: readonly number[];
  readonly nameless: number;
}

/** Fills a NetBox with what others have in theirs, under the name `export`. */
export async function makeForeignObjects(client: NetBoxClient): Promise<ForeignObjects> {
  const made: { readonly path: string; readonly id: number }[] = [];
  const make: Make = async (path, ...bodies) => {
    // A password is never read back.
    const { objects } = await client.endpoint(path).create(bodies, { allowLoss: ["password"] });
    made.push(...objects.map(({ id }) => ({ path, id })));
    return objects[0]?.id ?? 0;
  };
  await makeOrganisation(make);
  const devices = await makeDevices(make);
  await makeNetwork(make, devices);
  await makeGuests(make);
  await makeRules(make);
  await makePeople(make);
  await makeJournal(make, devices.server);
  const { north, south, nameless } = devices;
  return {
    twins: [north, south],
    nameless,
    [Symbol.asyncDispose]: async () => {
      for (const { path, id } of made.toReversed()) {
        await client.endpoint(path).delete([id]);
      }
    },
  };
}

async function makeOrganisation(make: Make): Promise<void> {
  await make("extras/tags/", { name: "export", slug: "export", color: "00ff00" });
  const choices = await make("extras/custom-field-choice-sets/", {
    name: "export",
    extra_choices: [
      ["yes", "Yes, it is"],
      ["1e3", "No"],
    ],
  });
  await make(
    "extras/custom-fields/",
    {
      name: "export_select",
      type: "multiselect",
      object_types: ["dcim.site"],
      choice_set: choices,
    },
    {
      name: "export_keeper",
      type: "object",
      object_types: ["dcim.site"],
      related_object_type: "tenancy.tenant",
    },
    { name: "export_json", type: "json", object_types: ["dcim.site", "dcim.device"] },
    { name: "Export_Upper", type: "text", object_types: ["dcim.site"] },
  );
  const tenant = await make("tenancy/tenants/", { name: "Export: no group", slug: "export" });
  await make(
    "dcim/sites/",
    {
      name: "export north",
      slug: "export-north",
      status: "planned",
      time_zone: "Europe/Paris",
      physical_address: "1 Main Street\nTown",
      description: "# no remark: {really}",
      tags: [{ slug: "export" }],
      custom_fields: {
        export_select: ["yes", "1e3"],
        export_keeper: tenant,
        export_json: { a: [1, [true, null]], "": "no" },
        Export_Upper: "x",
      },
    },
    { name: "export south", slug: "export-south", tenant },
  );
  const site = { slug: "export-north" };
  const location = await make("dcim/locations/", { name: "export", slug: "export", site });
  await make(
    "dcim/racks/",
    { name: "export", site, location, u_height: 12 },
    { name: "export", site },
    { name: "export/2", site, location },
  );
}

async function makeDevices(make: Make): Promise<Devices> {
  await make("dcim/manufacturers/", { name: "export", slug: "export" });
  const model = { manufacturer: { slug: "export" }, model: "export", slug: "export" };
  await make("dcim/device-types/", { ...model, u_height: 0.5 });
  await make("dcim/device-roles/", { name: "export", slug: "export", color: "ff0000" });
  await make("dcim/platforms/", { name: "export", slug: "export" });
  const place = {
    device_type: { slug: "export" },
    role: { slug: "export" },
    site: { slug: "export-north" },
  };
  return {
    server: await make("dcim/devices/", {
      ...place,
      name: "export server: 1",
      platform: { slug: "export" },
      status: "staged",
      custom_fields: { export_json: ["a", { b: "10.0.0.0/8" }] },
    }),
    north: await make("dcim/devices/", { ...place, name: "export twin" }),
    south: await make("dcim/devices/", {
      ...place,
      name: "export twin",
      site: { slug: "export-south" },
    }),
    nameless: await make("dcim/devices/", place),
  };
}

async function makeRules(make: Make): Promise<void> {
  const hook = { payload_url: "http://127.0.0.1:1/hook", secret: "webhook-in-clear" };
  const webhook = await make(
    "extras/webhooks/",
    {
      ...hook,
      name: "export",
      body_template: '{"a": "{{ data }}",\n  "b": 1}',
      additional_headers: "X-A: 1\nX-B: 2",
    },
    { ...hook, name: "export header", additional_headers: "Authorization: header-in-clear" },
  );
  await make("extras/event-rules/", {
    name: "export",
    object_types: ["dcim.site", "dcim.device"],
    event_types: ["object_updated", "object_created"],
    conditions: { and: [{ attr: "name", value: "nobody" }] },
    enabled: false,
    action_type: "webhook",
    action_object_type: "extras.webhook",
    action_object_id: webhook,
  });
}

async function makePeople(make: Make): Promise<void> {
  const look = { object_types: ["dcim.site"], actions: ["view"] };
  const write = await make(
    "users/permissions/",
    { ...look, name: "export", constraints: [{ slug: "export-north" }] },
    { ...look, name: "export hooks", object_types: ["extras.webhook"], actions: ["add"] },
    { ...look, name: "export twin" },
    { ...look, name: "export twin", actions: ["view", "change"] },
  );
  const group = await make("users/groups/", { name: "export", permissions: [write] });
  const user = await make("users/users/", {
    username: "export.ada",
    password: "Password-in-clear-1",
    email: "ada@export.example",
    groups: [group],
    permissions: [write],
  });
  await make(
    "users/tokens/",
    { user, description: "export", write_enabled: false, expires: "2040-01-01T00:00:00Z" },
    { user, allowed_ips: ["10.0.0.0/8"] },
  );
}

async function makeJournal(make: Make, device: number): Promise<void> {
  const about = { assigned_object_type: "dcim.device", assigned_object_id: device };
  await make(
    "extras/journal-entries/",
    { ...about, kind: "warning", comments: "# Moved\n\n- from: here\n  - to: there\n" },
    { ...about, comments: "Twice" },
    { ...about, comments: "Twice" },
  );
}
