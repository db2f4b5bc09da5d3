"""Fields of the project's search: one that turns as its text runs, one that finds actors, one for days, a choice."""

import re
from abc import abstractmethod
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from annotator.domain.actor import Actor
from annotator.text.direction import base_direction
from annotator.ui.i18n import isolate
from annotator.ui.text_fields import LineField

if TYPE_CHECKING:
    from annotator.services.actor_finder import Match

ID = Qt.ItemDataRole.UserRole + 1
_DIGITS = {ord(digit): str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(digits)}
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")


class Field(LineField):
    """A line to type in that runs as what is typed does, or as the window does while it is empty."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.textChanged.connect(self._turn)

    def set_missing(self, missing: bool) -> None:
        """Show whether what is typed leads nowhere."""
        if missing != bool(self.property("missing")):
            self.setProperty("missing", missing)
            self.style().polish(self)

    def name(self, said: str) -> None:
        """Say what the field is for, to the eye and to a screen reader."""
        self.setPlaceholderText(said)
        self.setAccessibleName(said)

    def _turn(self, text: str) -> None:
        if text:
            rtl = base_direction(text) == "rtl"
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        else:
            self.unsetLayoutDirection()


def together(*fields: QWidget) -> QWidget:
    """Fields that no end of a line may part, as the first and the last day."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for field in fields:
        row.addWidget(field)
    return both


class _OfferingCompleter(QCompleter):
    """Shows all that is offered, which was found already; what is taken is written as it is called."""

    def splitPath(self, path: str) -> list[str]:
        del path
        return [""]


class Offered(msgspec.Struct, frozen=True):
    """An entry that a box offers; `is_sure` if what is typed names it to its end."""

    key: str
    title: str
    is_sure: bool


class EntryBox(Field):
    """A field in which typing finds an entry of a registry; `changed` when it is another one, or none."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.key: str | None = None
        self._offered = QStandardItemModel(self)
        completer = _OfferingCompleter(self._offered, self)
        completer.setMaxVisibleItems(12)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # the stub knows no overloads
        self.setCompleter(completer)
        # The completer offers after this signal what was found.
        self.textEdited.connect(self.ask)

    @abstractmethod
    def ask(self, text: str) -> None:
        """Find what is meant by what is typed, and `offer` it."""

    def show_entry(self, key: str | None, title: str) -> None:
        """Show this entry, or (None) none."""
        self.setText(title)
        self._set(key)

    def offer(self, found: Sequence[Offered]) -> None:
        """Offer these, the likeliest first; one that is sure is taken at once."""
        self._offered.clear()
        for one in found:
            item = QStandardItem(one.title)
            item.setData(one.key, ID)
            self._offered.appendRow(item)
        self._set(found[0].key if found and found[0].is_sure else None)

    def _take(self, index: QModelIndex) -> None:
        self._set(str(index.data(ID)))

    def _set(self, key: str | None) -> None:
        self.set_missing(key is None and bool(self.text().strip()))
        if key != self.key:
            self.key = key
            self.changed.emit()


class ActorBox(EntryBox):
    """A field that finds an actor, who is meant once a name of theirs is typed to its end, in any spelling or script.

    `actor_id` is the one who is meant.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._find: Callable[[str], Sequence[Match]] = lambda _: ()

    @property
    def actor_id(self) -> str | None:
        """Return the id of the actor who is meant; None while nobody is."""
        return self.key

    def look_in(self, find: "Callable[[str], Sequence[Match]]") -> None:
        """Set the function that finds entries of the registry, the likeliest first."""
        self._find = find

    def choose(self, actor: Actor | None) -> None:
        """Show this actor, or none."""
        self.show_entry(actor.id if actor else None, actor.name if actor else "")

    def ask(self, text: str) -> None:
        found = self._find(text) if text.strip() else ()
        self.offer([Offered(match.actor.id, match.actor.name, match.is_sure) for match in found])


class DayBox(Field):
    """A field for a day, a month or a year, in any digits; `day` is its first or its last day as ISO 8601."""

    def __init__(self, name: str, *, last: bool) -> None:
        super().__init__(name)
        self._last = last
        self.setMaximumWidth(QFontMetrics(self.font()).horizontalAdvance("0000-00-00") + 34)
        self.textChanged.connect(lambda text: self.set_missing(bool(text.strip()) and self.day is None))

    @property
    def day(self) -> str | None:
        """The day that is typed; None where there is none."""
        return day_of(self.text(), last=self._last)

    def _turn(self, text: str) -> None:
        """A date runs from the left, and its field stays where it is."""


def day_of(text: str, *, last: bool) -> str | None:
    """The day (ISO 8601) that a date such as 2026, 2026-3 or ٢٠٢٦/٣/١ begins with, or with `last` ends with."""
    found = _DAY.fullmatch(text.translate(_DIGITS).strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    with suppress(ValueError):
        assert year is not None
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1)).isoformat()
    return None


class Choice(QComboBox):
    """One of a few, or any; `key` is None for any."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(220)

    @property
    def key(self) -> str | None:
        """Return the key of the chosen entry."""
        chosen = self.currentData()
        return None if chosen is None else str(chosen)

    def offer(self, any_: str, choices: Iterable[tuple[str, str]]) -> None:
        """Offer `any_` and these keys with their titles; what was chosen stays chosen if it is among them."""
        held = self.key
        blocked = self.blockSignals(True)
        self.clear()
        self.addItem(any_, None)
        for key, title in choices:
            self.addItem(isolate(title), key)
        self.setCurrentIndex(max(self.findData(held), 0) if held is not None else 0)
        self.blockSignals(blocked)
