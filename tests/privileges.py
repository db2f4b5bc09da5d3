"""Root reads and writes everywhere; without two capabilities the bits of files count for it as for everybody."""

import ctypes
import os
import sys

_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Sets(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]


def set_privileged(on: bool) -> None:
    """Let this thread, and those it starts, pass over the permissions of files or not; only root has a choice."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = _Header(_VERSION_3, 0), (_Sets * 2)()
    _checked(libc.capget(ctypes.byref(header), sets))
    both = 1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH
    sets[0].effective = sets[0].effective | both if on else sets[0].effective & ~both
    _checked(libc.capset(ctypes.byref(header), sets))


def _checked(answer: int) -> None:
    if answer:
        raise OSError(ctypes.get_errno(), "capabilities")
