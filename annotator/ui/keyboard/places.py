"""The characters that a shortcut may mean by a key, from the key's place and from what the layout types with it.

Pure: no Qt. A place is named by the character that an ordinary (US) keyboard types there without Shift, letters
in upper case. The rules:

- A letter from A to Z that the layout types is that letter, wherever the key lies (French, German, Dvorak).
- Under every other layout (Arabic, Persian, Urdu, Hebrew, Greek) a letter is the key that has it on a US keyboard.
- A sign or digit is the one typed, if something answers to it, else the one that a US keyboard has there. Brackets
  that a right-to-left layout mirrors are those of the place.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

Platform = Literal["x11", "windows", "mac", "none"]
"""The platform of a key event's native codes; Wayland's are those of X11, and an event of a program has none."""

_ROWS = {10: "1234567890-=", 24: "QWERTYUIOP[]", 38: "ASDFGHJKL;'`", 51: "\\ZXCVBNM,./"}
"""The rows of the keyboard by the X11 key code (evdev + 8) of their first key."""
_X11 = {first + place: char for first, row in _ROWS.items() for place, char in enumerate(row)}
# The scan codes of a PC keyboard are what Linux numbers its keys by.
_WINDOWS = {code - 8: char for code, char in _X11.items()}
# kVK_ANSI_* in the order of the codes; "?" for keys that are not characters. 0x0A is the key beside the left Shift.
_MAC = {code: char for code, char in enumerate("ASDFHGZXCV?BQWERYT123465=97-80]OU[IP?LJ'K;\\,/NM.??`") if char != "?"}
_PLACES = {"x11": _X11, "windows": _WINDOWS, "mac": _MAC, "none": {}}

_SHIFTED = dict(zip("1234567890-=[];'\\,./`", '!@#$%^&*()_+{}:"|<>?~', strict=True))
_MIRRORED = {"[": "]", "]": "[", "{": "}", "}": "{", "(": ")", ")": "(", "<": ">", ">": "<"}

# The letters of the Arabic (101) layout by place; B types lam-alef, which X11 reports as its presentation form.
ARABIC = dict(zip("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,./`", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظذ", strict=True))
_ARABIC_PLACES = {letter: place for place, letter in ARABIC.items()}
_PERSIAN_PLACES = dict(zip("ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئ", "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM", strict=True))
_HEBREW_PLACES = dict(zip("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ERTYUIOPASDFGHJKL;ZXCVBNM,.", strict=True))


class Key(msgspec.Struct, frozen=True):
    """A key that types a character: its place and the character, each empty where it is not known.

    `typed` is one character, letters in upper case. `third_level`: a modifier such as AltGr chose among the
    characters on the key, so that its place says nothing.
    """

    place: str
    typed: str
    shift: bool = False
    third_level: bool = False


def place_of(platform: Platform, scan_code: int, virtual_key: int) -> str:
    """Return the place of a key by its native codes; empty for keys without a character, and without codes."""
    return _PLACES[platform].get(virtual_key if platform == "mac" else scan_code, "")


def keysym_character(keysym: int) -> str:
    """Return the ASCII character of an X11 key symbol; empty for every other symbol."""
    code = keysym - 0x01000000 if 0x01000020 <= keysym < 0x0100007F else keysym
    return chr(code).upper() if 0x20 < code < 0x7F else ""


def place_of_arabic(letter: str) -> str:
    """Return the place at which the Arabic (101) layout types this letter; empty if it types none such."""
    return _ARABIC_PLACES.get(letter, "")


def place_of_letter(letter: str, *, commanding: bool = False) -> str:
    """Return the place at which an Arabic, Persian or Hebrew layout types this letter; empty for none of them.

    For events without native codes. Where the Arabic and the Persian layout type it at two places it is the Arabic one,
    but nothing for a command (`commanding`) by a letter, which might be another than the person meant.
    """
    arabic, persian = place_of_arabic(letter), _PERSIAN_PLACES.get(letter, "")
    if commanding and persian and persian != arabic and arabic.isalpha():
        return ""
    return arabic or persian or _HEBREW_PLACES.get(letter, "")


def usual_place(char: str) -> str:
    """Return the place at which a US keyboard types this sign or digit without Shift; empty if there is none."""
    return char if char in _SHIFTED else ""


def letter(key: Key) -> str:
    """Return the Latin letter that a key means, upper case; empty if it means none."""
    if _is_latin(key.typed):
        return key.typed
    return key.place if _is_latin(key.place) and not key.third_level else ""


def meanings(key: Key) -> Iterator[tuple[str, bool]]:
    """Yield what a shortcut may call a key, the first that is taken counting: the character, and if Shift is in it."""
    if found := letter(key):
        yield found, key.shift
    if found and _is_latin(key.place):
        return
    if key.typed not in ("", found, key.place) and not _is_mirrored(key):
        yield key.typed, False
    if key.place and not key.third_level:
        yield key.place, key.shift
        if key.shift and key.place in _SHIFTED:
            yield _SHIFTED[key.place], False


def _is_latin(char: str) -> bool:
    return len(char) == 1 and "A" <= char <= "Z"


def _is_mirrored(key: Key) -> bool:
    """Return whether the layout types here the mirror image of the sign that a US keyboard has here."""
    usual = _SHIFTED.get(key.place, key.place) if key.shift else key.place
    return usual != "" and _MIRRORED.get(key.typed) == usual
