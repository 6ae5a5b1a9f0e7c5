#!/bin/sh
workers=${GRANIAN_WORKERS:-4}
exec granian --interface wsgi --host :: --port 8080 --no-ws \
  --workers "$workers" --backpressure "${GRANIAN_BACKPRESSURE:-$workers}" --respawn-failed-workers \
  --loop uvloop --log --log-level info --access-log \
  --working-dir /opt/netbox/netbox --pid-file /tmp/granian.pid \
  --static-path-route /static --static-path-mount /opt/netbox/netbox/static \
  ${GRANIAN_EXTRA_ARGS:+"$GRANIAN_EXTRA_ARGS"} netbox.granian:application
