"""Import first: every process forked from here on is killed when its parent dies.

The supervisor starts its children through `setpriv --pdeathsig`, but that setting does not
pass a fork. Without this, gunicorn's workers and RQ's work horses would outlive `kill -9`.
"""

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1
_prctl = ctypes.CDLL(None, use_errno=True).prctl


def die_with_parent():
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


os.register_at_fork(after_in_child=die_with_parent)
