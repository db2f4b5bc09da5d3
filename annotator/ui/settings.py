"""A person's settings of the window between runs: language, theme, sizes. Never project data.

Entries are read through `Setting`, which answers with its default whatever stands in the file: people edit it, other
versions wrote it, disks break it, and none of that may keep the window from opening.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")


def settings() -> QSettings:
    """The one settings file; tests move it with `QSettings.setPath(IniFormat, UserScope, folder)`."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "musnad", "musnad")


class Setting(Generic[T]):
    """One entry of the file. `read` turns what is stored into a value, and raises ValueError if it is none."""

    def __init__(self, key: str, default: T, read: Callable[[object], T]) -> None:
        self.key = key
        self.default = default
        self._read = read

    def get(self) -> T:
        """Return the value, or the default where there is none that can be used."""
        try:
            stored = settings().value(self.key)
            return self.default if stored is None else self._read(stored)
        except (ValueError, TypeError, OverflowError, RuntimeError):
            # The last are PySide's for a stored type that it does not know.
            return self.default

    def set(self, value: T) -> None:
        """Remember the value; None forgets it."""
        if value is None:
            settings().remove(self.key)
        else:
            settings().setValue(self.key, value)


def set_together(*told: tuple[Setting[Any], object]) -> None:
    """Remember several values; the file is written once, where each `Setting.set` writes it."""
    file = settings()
    for entry, value in told:
        file.setValue(entry.key, value)


def flag(key: str, default: bool) -> Setting[bool]:
    """An entry that is on or off."""
    return Setting(key, default, _flag)


def number(key: str) -> Setting[float | None]:
    """An entry that is a finite number."""
    return Setting(key, None, _number)


def whole_number(key: str, default: int = 0) -> Setting[int]:
    """An entry that is a number of things, 0 or more."""
    return Setting(key, default, _whole_number)


def text(key: str) -> Setting[str | None]:
    """An entry that is a text, and not an empty one."""
    return Setting(key, None, _text)


def choice(key: str, options: Sequence[str], default: str) -> Setting[str]:
    """An entry that is one of a few words."""

    def read(stored: object) -> str:
        if stored not in options:
            raise ValueError(stored)
        return str(stored)

    return Setting(key, default, read)


def items(key: str) -> Setting[Sequence[str]]:
    """An entry that is a list of texts."""
    return Setting(key, (), _items)


def data(key: str) -> Setting[QByteArray | None]:
    """An entry that only Qt can read."""
    return Setting(key, None, _data)


def _flag(stored: object) -> bool:
    found = {"true": True, "1": True, "false": False, "0": False}.get(_text(stored).lower())
    if found is None:
        raise ValueError(stored)
    return found


def _number(stored: object) -> float:
    value = float(_text(stored))
    if not math.isfinite(value):
        raise ValueError(stored)
    return value


def _whole_number(stored: object) -> int:
    value = int(_text(stored))
    if not 0 <= value < 2**31:
        raise ValueError(stored)
    return value


def _text(stored: object) -> str:
    if isinstance(stored, (list, dict, QByteArray)) or not str(stored):
        raise ValueError(stored)
    return str(stored)


def _items(stored: object) -> Sequence[str]:
    # Qt gives back a bare string where one was stored.
    return [_text(one) for one in (stored if isinstance(stored, list) else [stored])]


def _data(stored: object) -> QByteArray:
    if not isinstance(stored, QByteArray):
        raise ValueError(stored)
    return stored


LANGUAGE = text("language")
DIGITS = choice("digits", ("language", "arabic", "latin"), "language")
"""The digits of numbers: those of the window's language, or always ٠١٢ or 012."""
INTERFACE_SIZE = whole_number("interface_size", 100)
"""Percent of the interface's usual size, as it was chosen; the screen may allow less."""
BACKUP_EVERY = whole_number("backup_every", 15)
"""Minutes of work after which a project is backed up; 0 for never."""
TOUR_OVER = flag("tour_over", False)
"""True once the person has taken the tour, or has put it away."""
THEME = text("theme")
TYPEFACE = text("typeface")
TEXT_SIZE = number("text_size")
"""Points of the article's text."""
LABEL_TAGS = flag("label_tags", False)
TRANSLITERATION = flag("transliteration", False)
"""True if names are shown in Latin letters as well."""
GEOMETRY = data("geometry")
PANES_SHOWN = (flag("pane_documents", True), flag("pane_marks", True))
PANE_WIDTHS = items("panes")
"""Pixels that the person gave the panes at the sides."""
SUGGESTERS_OFF = text("suggesters_off")
"""Names with spaces between."""
RECENT_PROJECTS = items("recent")
RECENT_COMMANDS = items("recent_commands")
"""Ids of the actions that were chosen in the palette last, the latest first."""
