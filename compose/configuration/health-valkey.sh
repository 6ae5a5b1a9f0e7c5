#!/bin/sh
# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.
set -eu

REDISCLI_AUTH=$(cat /run/secrets/redis_password)
export REDISCLI_AUTH
# The client says PONG or an error, and exits 0 after both.
[ "$(valkey-cli -h 127.0.0.1 ping)" = PONG ]
