#!/bin/sh
# Becomes the command that it is given; valkey-server as user valkey.
set -eu

case ${1:-} in
  -* | *.conf) set -- valkey-server "$@" ;;
esac
if [ "${1:-}" = valkey-server ] && [ "$(id -u)" = 0 ]; then
  find . ! -user valkey -exec chown valkey:valkey {} +
  exec setpriv --reuid valkey --regid valkey --init-groups -- "$0" "$@"
fi
if [ "${1:-}" = valkey-server ]; then
  umask 0077
fi
exec "$@"
