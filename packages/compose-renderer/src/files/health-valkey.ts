import { header } from "../header.ts";

/** The password goes by the environment of one command, not by its arguments. */
export const healthValkey = `#!/bin/sh
${header}set -eu

REDISCLI_AUTH=$(cat /run/secrets/redis_password)
export REDISCLI_AUTH
# The client says PONG or an error, and exits 0 after both.
[ "$(valkey-cli -h 127.0.0.1 ping)" = PONG ]
`;
