#!/bin/sh
# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.
set -eu

PGPASSWORD=$(cat /run/secrets/db_password)
PGCONNECT_TIMEOUT=3
export PGPASSWORD PGCONNECT_TIMEOUT
exec psql -X -q -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "select 1" >/dev/null
