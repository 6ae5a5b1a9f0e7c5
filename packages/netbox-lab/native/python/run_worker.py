"""`netbox rqworker` whose scheduler and work horses die with it."""

import sys

import die_with_parent  # noqa: F401  registers itself
from netbox.cli import main

sys.exit(main(["rqworker", "high", "default", "low"]))
