/** The database of NetBox, and its owner. */
export const databaseName = "netbox";

// A column that a version of NetBox lacks is left out; when somebody was last seen is no change.
const accountFields = [
  ..."username password email is_active is_superuser".split(" "),
  ..."user_id group_id objectpermission_id objecttype_id name".split(" "),
  ..."actions constraints".split(" "),
  ..."key plaintext hmac_digest pepper_id enabled write_enabled expires allowed_ips".split(" "),
];

const accountTables = [
  ..."users_user users_group users_user_groups users_token users_objectpermission".split(" "),
  ..."users_user_object_permissions users_group_object_permissions".split(" "),
  "users_objectpermission_object_types",
];

const countedTables: Readonly<Record<string, string>> = {
  tenants: "tenancy_tenant",
  sites: "dcim_site",
  devices: "dcim_device",
  prefixes: "ipam_prefix",
  "ip-addresses": "ipam_ipaddress",
  services: "ipam_service",
  "image-attachments": "extras_imageattachment",
  users: "users_user",
  tokens: "users_token",
};

const neededTables = ["core_objectchange", ...accountTables, ...Object.values(countedTables)];

const accountLines = accountTables.map(
  (table) => `SELECT '${table} ' || (
      SELECT jsonb_object_agg(field, value) FROM jsonb_each(to_jsonb(one)) AS fields (field, value)
      WHERE field = ANY (ARRAY[${accountFields.map((field) => `'${field}'`).join(", ")}])
    )::text AS line FROM ${table} AS one`,
);

const counts = Object.entries(countedTables).map(
  ([name, table]) => `'${name}', (SELECT count(*) FROM ${table})`,
);

/**
 * For `psql -XqAt`: one line, the fingerprint as JSON, or `null` in a database that is not one of a
 * migrated NetBox. The same data gives the same line to the letter, and a restore compares it: another
 * text here needs another `format` in backup.ts, and this one kept for the backups that have it.
 */
export const fingerprintSql = `SET TIME ZONE 'UTC';
SELECT count(to_regclass(name)) = count(*) AS is_netbox
FROM unnest(ARRAY[${neededTables.map((table) => `'public.${table}'`).join(", ")}]) AS name \\gset
\\if :is_netbox
SELECT jsonb_build_object(
  'changes', (SELECT count(*) FROM core_objectchange),
  'lastChange', (
    SELECT jsonb_build_object('id', id, 'time', time, 'requestId', request_id)
    FROM core_objectchange ORDER BY id DESC LIMIT 1
  ),
  'accounts', (
    SELECT encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), ''), 'UTF8')), 'hex')
    FROM (${accountLines.join("\nUNION ALL\n")}) AS lines
  ),
  'peppers', (
    SELECT coalesce(jsonb_agg(DISTINCT pepper_id ORDER BY pepper_id), '[]')
    FROM users_token WHERE pepper_id IS NOT NULL
  ),
  'counts', jsonb_build_object(${counts.join(", ")})
);
\\else
\\echo null
\\endif`;
