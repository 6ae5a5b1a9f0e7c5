"""NetBox's configuration: every .py file of /etc/netbox/config, configuration.py first, the others
by name. Of two that set the same parameter the last one wins."""

import pathlib
import runpy

_folder = pathlib.Path("/etc/netbox/config")
_files = sorted(_folder.glob("*.py"), key=lambda file: (file.name != "configuration.py", file.name))
if not _files:
    raise ImportError(f"No configuration files found in {_folder}")
for _file in _files:
    globals().update({key: value for key, value in runpy.run_path(str(_file)).items() if key.isupper()})
