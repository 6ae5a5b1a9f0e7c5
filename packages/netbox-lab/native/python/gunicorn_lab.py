"""gunicorn settings of one lab."""

import json
import os
import pathlib

import die_with_parent  # noqa: F401  registers itself

_root = pathlib.Path(os.environ["NETBOX_ROOT"])
_settings = json.loads((_root / "settings.json").read_text())

bind = f"127.0.0.1:{_settings['port']}"
workers = 2
threads = 2
worker_class = "gthread"
# The imports cost seconds and 150 MB: do them once, before the fork.
preload_app = True
timeout = 300
graceful_timeout = 1
# After the default of 2 s a client that kept its connection may write into one that is being closed.
keepalive = 75
# gunicorn 26 would open ~/.gunicorn/gunicorn.ctl, one for all labs.
control_socket_disable = True


def when_ready(server):
    """Tells the port. With port 0 the kernel chose it, so that no other process can have it."""
    port_file = _root / "port"
    draft = _root / "port.draft"
    draft.write_text(str(server.LISTENERS[0].sock.getsockname()[1]))
    os.replace(draft, port_file)


def post_fork(server, worker):
    """A database connection opened before the fork must not be shared by the workers."""
    from django.db import connections

    connections.close_all()
