#!/bin/sh
# Answers with a page on the port in PORT, if it is set, until it is stopped. While there is a file
# /flap it dies after a second instead.
trap 'exit 0' TERM INT
if [ -e /flap ]; then
  sleep 1
  exit 1
fi
if [ -n "${PORT:-}" ]; then
  httpd -f -p "$PORT" -h /www &
fi
while :; do
  sleep 3600 &
  wait $!
done
