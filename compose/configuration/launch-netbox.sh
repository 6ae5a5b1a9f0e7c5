#!/bin/sh
# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.
set -eu

cd /opt/netbox/netbox
# The image's wrapper believes what a gateway says of the client. Not every image has it.
application=netbox.granian:application
if ! /opt/netbox/venv/bin/python -c "
import importlib.util, sys
sys.exit(importlib.util.find_spec('netbox.granian') is None)
"; then
  application=netbox.wsgi:application
fi

exec /opt/netbox/venv/bin/granian \
  --interface wsgi \
  --no-ws \
  --host 0.0.0.0 \
  --port 8080 \
  --workers "$GRANIAN_WORKERS" \
  --blocking-threads 2 \
  --backpressure 128 \
  --respawn-failed-workers \
  --working-dir /opt/netbox/netbox \
  --static-path-route "${MULTIPASS_NETBOX_PATH}static" \
  --static-path-mount /opt/netbox/netbox/static \
  --log-level info \
  --access-log \
  "$application"
