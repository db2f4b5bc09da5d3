"""Key events read by the places of the keys: for shortcuts, for hint letters, for text fields."""

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.ui.keyboard import places
from annotator.ui.keyboard.places import Key, Platform

_Modifier = Qt.KeyboardModifier
COMMANDING = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
"""With one of these held a key is a command and types nothing."""
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier
_KEPT = COMMANDING | _Modifier.ShiftModifier
_PLATFORMS: dict[str, Platform] = {"windows": "windows", "cocoa": "mac"}


def letter(event: QKeyEvent) -> str:
    """Return the Latin letter that a key means, upper case, under whatever layout; empty if it means none."""
    return places.letter(key_of(event))


def combinations(event: QKeyEvent) -> Iterator[int]:
    """Yield the combined keys and modifiers that a shortcut may stand under, the first that is taken counting."""
    modifiers = event.modifiers() & _KEPT
    key = key_of(event)
    if not key.place and not key.typed:
        yield _combined(modifiers, event.key())
        return
    if key.third_level:
        modifiers &= ~_ALT_GR
    for char, shift in places.meanings(key):
        yield _combined(modifiers if shift else modifiers & ~_Modifier.ShiftModifier, ord(char))


def _combined(modifiers: Qt.KeyboardModifier, key: int) -> int:
    return QKeyCombination(modifiers, Qt.Key(key)).toCombined()


def key_of(event: QKeyEvent) -> Key:
    """Return the place and the character of a key; both are empty where it types no character (F1, Enter)."""
    platform = _platform(event)
    place = places.place_of(platform, event.nativeScanCode(), event.nativeVirtualKey())
    typed = places.keysym_character(event.nativeVirtualKey()) if platform == "x11" else _typed(event)
    if not place:
        typed = typed or _typed(event)
        commanding = bool(event.modifiers() & COMMANDING)
        place = places.place_of_letter(_char(event), commanding=commanding) or places.usual_place(typed)
    return Key(place, typed, bool(event.modifiers() & _Modifier.ShiftModifier), _is_third_level(event))


def _platform(event: QKeyEvent) -> Platform:
    """Return the platform of an event's native codes; none where a program made it (a test, an input method)."""
    if not (event.nativeScanCode() or event.nativeVirtualKey() or event.nativeModifiers()):
        return "none"
    return _PLATFORMS.get(QGuiApplication.platformName(), "x11")


def _char(event: QKeyEvent) -> str:
    """The character that Qt calls the key by, letters in upper case; empty for F1, Enter and their like."""
    return chr(event.key()).upper() if 0x20 < event.key() < 0x01000000 else ""


def _typed(event: QKeyEvent) -> str:
    """The character as far as a shortcut can be called by it: ASCII, with the digits of all scripts."""
    char = _char(event)
    digit = unicodedata.digit(char, None) if len(char) == 1 else None
    if digit is not None:
        return str(digit)
    return char if len(char) == 1 and char.isascii() else ""


def _is_third_level(event: QKeyEvent) -> bool:
    """Return whether AltGr chose the character; Windows reports it as Ctrl and Alt together."""
    modifiers = event.modifiers()
    if modifiers & _Modifier.GroupSwitchModifier:
        return True
    return modifiers & _ALT_GR == _ALT_GR and event.text().isprintable() and event.text() != ""


def by_place(event: QKeyEvent) -> QKeyEvent | None:
    """Return a command of a letter as the Latin layout would send it; None if it is sent so already, or is none.

    Text fields know Ctrl+C by the letter that Qt names, which under other layouts may be another one.
    """
    latin = letter(event) if event.modifiers() & COMMANDING else ""
    if not latin or event.key() == ord(latin) or _is_third_level(event):
        return None
    control = event.modifiers() & _Modifier.ControlModifier
    return retyped(event, latin, chr(ord(latin) - 0x40) if control else latin.lower())


def retyped(event: QKeyEvent, char: str, text: str) -> QKeyEvent:
    """Return the same press of a key, as if it typed this character."""
    return QKeyEvent(
        QEvent.Type(event.type()),
        ord(char),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        text,
        event.isAutoRepeat(),
        event.count(),
    )
