"""A keyboard on an X display: its layouts, and real presses of its keys, by place."""

import ctypes
import os
import subprocess
from collections.abc import Iterable

_ROWS = (("1234567890-=", 10), ("qwertyuiop[]", 24), ("asdfghjkl;'", 38), ("zxcvbnm,./", 52))
CODES = {char: first + place for row, first in _ROWS for place, char in enumerate(row)}
CODES |= {"Ctrl": 37, "Shift": 50, "Alt": 64, "Esc": 9, "Return": 36, "Tab": 23, "Backspace": 22, "Down": 116}
CODES |= {"PgUp": 112, "PgDown": 117, "Del": 119, **{f"F{n}": 66 + n for n in range(1, 11)}, "F11": 95, "F12": 96}
SHIFTED = {"+": "="}
_DEVICES = (3, 5)
"""The core keyboard and the one of XTest, as Xvfb numbers them."""
_CORE = 0x100


class Keyboard:
    """Presses keys as a person does; `layouts` as setxkbmap takes them, of which the one at `group` is on."""

    def __init__(self, layouts: str, group: int) -> None:
        display = os.environ["DISPLAY"]
        made = subprocess.run(["setxkbmap", "-layout", layouts, "-print"], capture_output=True, check=True).stdout
        for device in _DEVICES:
            compile_ = ["xkbcomp", "-w0", "-i", str(device), "-", display]
            subprocess.run(compile_, input=made, check=True, stderr=subprocess.DEVNULL)
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x.XkbLockGroup.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())
        self._group = group

    def choose_layout(self) -> None:
        """Turn the layout on; once the window has the focus."""
        for device in (_CORE, *_DEVICES):
            self._x.XkbLockGroup(self._display, device, self._group)
        self._x.XSync(self._display, 0)

    def press(self, names: Iterable[str]) -> None:
        """Press keys together and let them go: modifiers first, then a key named by what a US keyboard has there."""
        codes = [CODES[name] for name in names]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)


def keys_of(shortcut: str) -> list[str] | None:
    """The keys that a person presses for a shortcut such as "Ctrl+Shift+["; None for keys that we do not have."""
    names, rest = [], shortcut
    for modifier in ("Ctrl", "Alt", "Shift"):
        if rest.startswith(f"{modifier}+") and len(rest) > len(modifier) + 1:
            names.append(modifier)
            rest = rest[len(modifier) + 1 :]
    if rest in SHIFTED:
        names, rest = [*names, "Shift"], SHIFTED[rest]
    key = rest.lower() if rest.lower() in CODES else rest
    return [*names, key] if key in CODES else None
