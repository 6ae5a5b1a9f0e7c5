#!/bin/sh
# Prepares the database, then becomes the command that it is given.
set -eu
umask 002
retry_seconds=${DB_WAIT_TIMEOUT:-3}
longest_seconds=${MAX_DB_WAIT_TIME:-30}
not_ready=75

waited=0
while :; do
  code=0
  python -u /opt/netbox/prepare.py || code=$?
  [ "$code" -ne 0 ] || break
  [ "$code" -eq "$not_ready" ] || exit "$code"
  echo "⏳ Waiting on DB... (${waited}s / ${longest_seconds}s)"
  sleep "$retry_seconds"
  waited=$((waited + retry_seconds))
  if [ "$waited" -ge "$longest_seconds" ]; then
    echo "❌ Waited ${longest_seconds}s or more for the DB to become ready."
    exit 1
  fi
done
echo "✅ Initialisation is done."
exec "$@"
