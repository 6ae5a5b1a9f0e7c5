import { header } from "../header.ts";

/**
 * Asks for the login page with a session that does not exist. NetBox looks it up in PostgreSQL, and
 * asks Valkey for every page, so that it answers 500 without either; without a cookie it says 200.
 */
export const healthWeb = `${header}# The login page is there, with PostgreSQL and Valkey behind it.
import http.client
import os
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
path = os.environ["MULTIPASS_NETBOX_PATH"] + "login/"
# NetBox looks a session up in its database: without one it would say 200 when that is gone.
headers = {"Host": "localhost", "Cookie": "sessionid=" + "0" * 32}

try:
    connection = http.client.HTTPConnection(host, 8080, timeout=8)
    connection.request("GET", path, headers=headers)
    status = connection.getresponse().status
except (OSError, http.client.HTTPException) as error:
    sys.exit(f"{path}: {error}")
if status != 200:
    sys.exit(f"{path}: {status}")
`;
