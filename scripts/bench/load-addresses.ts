import type { Arena } from "./open-arena.ts";

/**
 * Loads addresses past NetBox: through its API, 20,000 take 13 minutes. Each has a tenant and a
 * name; they are none of 10.10.0.0/16 and none of the seed's.
 */
export async function loadAddresses({ database }: Arena, count: number): Promise<void> {
  await database.query(`
    INSERT INTO tenancy_tenant
      (created, last_updated, custom_field_data, name, slug, description, comments)
    SELECT now(), now(), '{}', 'Loaded ' || n, 'loaded-' || n, '', ''
    FROM generate_series(1, 10) AS n`);
  await database.query(
    `
    INSERT INTO ipam_ipaddress
      (created, last_updated, custom_field_data, address, status, dns_name, description, comments,
       tenant_id)
    SELECT now(), now(), '{}', '172.16.0.0/12'::inet + n, 'active',
      'loaded-' || n || '.example.org', '', '',
      (SELECT min(id) FROM tenancy_tenant WHERE slug LIKE 'loaded-%') + n % 10
    FROM generate_series(1, $1::integer) AS n`,
    [count],
  );
  await database.query("VACUUM ANALYZE ipam_ipaddress");
}
