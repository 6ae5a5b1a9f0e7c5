import { header } from "../header.ts";
import { ownFolder } from "../stack-names.ts";
import { workerNameFile } from "./health-worker.ts";

/**
 * Waits for the migrations and then becomes the worker. Asking the web page costs next to nothing;
 * NetBox itself is asked when the page is there, and every five minutes in case it never comes.
 */
export const launchWorker = `#!/bin/sh
${header}set -eu

python=/opt/netbox/venv/bin/python
manage=/opt/netbox/netbox/manage.py
rm -f ${workerNameFile}

tries=0
is_time_to_ask() {
  "$python" -I -S ${ownFolder}/health-web.py netbox >/dev/null 2>&1 || [ $((tries % 60)) -eq 59 ]
}

echo "Waiting until the database is migrated"
until is_time_to_ask && "$python" "$manage" migrate --check >/dev/null 2>&1; do
  tries=$((tries + 1))
  sleep 5
done
echo "The database is migrated"

# Another name at every start: a worker of the name that was killed is registered for minutes.
name="$(hostname)-$(date +%s)"
echo "$name" >${workerNameFile}
exec "$python" "$manage" rqworker --name "$name" high default low
`;
