#!/bin/sh
# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.
set -eu

python=/opt/netbox/venv/bin/python
manage=/opt/netbox/netbox/manage.py
rm -f /tmp/multipass-netbox-worker

tries=0
is_time_to_ask() {
  "$python" -I -S /opt/multipass-netbox/health-web.py netbox >/dev/null 2>&1 || [ $((tries % 60)) -eq 59 ]
}

echo "Waiting until the database is migrated"
until is_time_to_ask && "$python" "$manage" migrate --check >/dev/null 2>&1; do
  tries=$((tries + 1))
  sleep 5
done
echo "The database is migrated"

# Another name at every start: a worker of the name that was killed is registered for minutes.
name="$(hostname)-$(date +%s)"
echo "$name" >/tmp/multipass-netbox-worker
exec "$python" "$manage" rqworker --name "$name" high default low
