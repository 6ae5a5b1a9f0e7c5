import { tokenDigest } from "./api-token.ts";
import type { DatabaseConnection } from "./connect-database.ts";
import { hashPassword } from "./hash-password.ts";
import type { LabSecrets } from "./lab-secrets.ts";
import { randomText } from "./random-text.ts";

/** The name of the superuser of every lab. */
export const superuserName = "admin";

const userSql = `INSERT INTO public.users_user
  (id, username, password, is_superuser, is_active, first_name, last_name, email, date_joined)
  VALUES (1, $1, $2, true, true, '', '', '', now())`;

// NetBox makes this row in a signal when it makes the user itself; the UI counts on it.
const configSql = `INSERT INTO public.users_userconfig (user_id, data) VALUES (1, '{}')`;

const tokenSql = `INSERT INTO public.users_token
  (user_id, version, key, pepper_id, hmac_digest, enabled, write_enabled, description, created)
  VALUES (1, 2, $1, 1, $2, true, true, 'netbox-lab', now())`;

// The id was given, not taken from the sequence.
const sequenceSql = `ALTER TABLE public.users_user ALTER COLUMN id RESTART WITH 2`;

/** Adds the superuser and their v2 API token to a freshly restored database. */
export async function insertSuperuser(
  database: DatabaseConnection,
  { password, pepper, tokenKey, token }: LabSecrets,
): Promise<void> {
  const hash = await hashPassword(password, { salt: randomText(22) });
  await database.query(userSql, [superuserName, hash]);
  await database.query(sequenceSql);
  await database.query(configSql);
  await database.query(tokenSql, [tokenKey, tokenDigest(token, pepper)]);
}
