import { loadAddresses } from "./load-addresses.ts";
import type { Arena } from "./open-arena.ts";

/** What every row has, and the generated part of a name. */
const common = "now(), now(), '{}', 'other-' || n";

/** Loads 20,000 objects that no seed of ours knows, of the kinds that the seed asks for. */
export async function loadOthers(arena: Arena): Promise<void> {
  const { database } = arena;
  await loadAddresses(arena, 12_000);
  await database.query(`
    INSERT INTO tenancy_tenant
      (created, last_updated, custom_field_data, name, slug, description, comments)
    SELECT ${common}, 'other-' || n, '', '' FROM generate_series(1, 2000) AS n`);
  await database.query(`
    INSERT INTO dcim_site
      (created, last_updated, custom_field_data, name, slug, status, facility, description,
       physical_address, shipping_address, comments)
    SELECT ${common}, 'other-' || n, 'active', '', '', '', '', ''
    FROM generate_series(1, 2000) AS n`);
  const device = await makeDevice(arena);
  await database.query(
    `INSERT INTO dcim_interface
      (created, last_updated, custom_field_data, name, _name, label, description, mark_connected,
       enabled, type, mgmt_only, device_id)
    SELECT ${common}, 'other-' || n, '', '', false, true, 'virtual', false, $1
    FROM generate_series(1, 2000) AS n`,
    [device],
  );
  await database.query(
    `INSERT INTO ipam_service
      (created, last_updated, custom_field_data, name, description, comments, port_mappings,
       parent_object_id, parent_object_type_id)
    SELECT ${common}, '', '', ARRAY['tcp/80'], $1,
      (SELECT id FROM django_content_type WHERE app_label = 'dcim' AND model = 'device')
    FROM generate_series(1, 2000) AS n`,
    [device],
  );
  await database.query("VACUUM ANALYZE");
}

/** A device beside those of the seed, of the same site, role and type as one of them. */
async function makeDevice({ raw }: Arena): Promise<number> {
  const [model] = (await raw.get("dcim/devices/?limit=1")).results as readonly Model[];
  if (!model) throw new Error("the seed has made no device");
  const { site, role, device_type: type } = model;
  const body = { name: "other", site: site.id, role: role.id, device_type: type.id };
  return ((await raw.post("dcim/devices/", body)) as Id).id;
}

interface Id {
  readonly id: number;
}

interface Model {
  readonly site: Id;
  readonly role: Id;
  readonly device_type: Id;
}
