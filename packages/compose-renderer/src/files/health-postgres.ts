import { header } from "../header.ts";

/** By TCP: while PostgreSQL sets itself up for the first time it listens on its socket only. */
export const healthPostgres = `#!/bin/sh
${header}set -eu

PGPASSWORD=$(cat /run/secrets/db_password)
PGCONNECT_TIMEOUT=3
export PGPASSWORD PGCONNECT_TIMEOUT
exec psql -X -q -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "select 1" >/dev/null
`;
