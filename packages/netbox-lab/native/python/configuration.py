"""NetBox configuration of one lab. The values, secrets among them, are in settings.json."""

import json
import os
import pathlib

_settings = json.loads((pathlib.Path(os.environ["NETBOX_ROOT"]) / "settings.json").read_text())

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
BASE_PATH = "netbox/"
SECRET_KEY = _settings["secretKey"]
API_TOKEN_PEPPERS = {1: _settings["pepper"]}

# A folder as HOST makes libpq use the unix socket in it; the lab's PostgreSQL has no TCP port.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "netbox",
        "USER": "netbox",
        "HOST": _settings["databaseSocketFolder"],
        "CONN_MAX_AGE": 300,
    }
}
REDIS = {
    name: {"URL": f"unix://{_settings['cacheSocket']}?db={number}"}
    for number, name in enumerate(["tasks", "caching"])
}

# No connection leaves this machine.
ISOLATED_DEPLOYMENT = True
CENSUS_REPORTING_ENABLED = False
RELEASE_CHECK_URL = None
COPILOT_ENABLED = False
