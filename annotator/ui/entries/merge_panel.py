"""Several entries of a registry that are one: which of them stays, and the places that all of them bring."""

from abc import abstractmethod
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from annotator.services.mentions import Mention
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.i18n import isolate, literal, tr
from annotator.ui.panels.painting import leading


class Mergeable(msgspec.Struct, frozen=True):
    """An entry that may stay: its id, what it is called, and how many places it has."""

    key: str
    title: str
    count: int


class MergePanel(QWidget):
    """A choice of the entry that stays; `merged` carries its id and those of the others. Subclasses have the words."""

    merged = Signal(str, object)
    keep_changed = Signal()

    def __init__(self, name: str, places: MentionList) -> None:
        super().__init__()
        self._entries: list[Mergeable] = []
        self._caption = QLabel()
        self._caption.setProperty("role", "title")
        self._says = QLabel()
        self._says.setProperty("role", "dim")
        self._says.setWordWrap(True)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        self.group = QButtonGroup(self)
        self.group.idToggled.connect(lambda _place, on: self._follow_choice() if on else None)
        self.button = QPushButton()
        self.button.setObjectName(f"{name}_merge")
        self.button.setProperty("primary", True)
        self.button.setMinimumHeight(34)
        self.button.clicked.connect(self._merge)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self.mentions = places
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for widget in (self._caption, self._says):
            lines.addWidget(widget)
        lines.addLayout(self._choices)
        lines.addWidget(self.button)
        lines.addWidget(self._count)
        lines.addWidget(self.mentions, 1)

    # What subclasses say

    @abstractmethod
    def caption(self, count: int) -> str:
        """Return in words that so many entries become one."""

    @abstractmethod
    def question(self, others: int) -> str:
        """Return the question which entry stays, and what it gains of so many others."""

    @abstractmethod
    def counted(self, count: int) -> str:
        """Return so many places in words, as they stand beside an entry."""

    def places_told(self, count: int) -> str:
        """Return so many places in words, as they stand above the list."""
        return self.counted(count)

    # What is shown

    @property
    def keep(self) -> str:
        """The id of the entry that stays."""
        return self._entries[self.group.checkedId()].key

    def show_entries(self, entries: Sequence[Mergeable]) -> None:
        """Offer these; what was chosen among the same stays so, else the one with the most places is proposed."""
        same = [one.key for one in entries] == [one.key for one in self._entries]
        chosen = self.group.checkedId() if same else -1
        self._entries = list(entries)
        for button in self.group.buttons():
            self.group.removeButton(button)
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, entry in enumerate(entries):
            button = QRadioButton(literal(f"{isolate(entry.title)}   ·   {self.counted(entry.count)}"))
            self.group.addButton(button, place)
            self._choices.addWidget(button)
        most = max(range(len(entries)), key=lambda place: entries[place].count)
        self.group.button(most if chosen < 0 else chosen).setChecked(True)
        self._caption.setText(leading(self.caption(len(entries))))
        self._says.setText(leading(self.question(len(entries) - 1)))

    def show_places(self, mentions: Sequence[Mention]) -> None:
        """List the places of these entries."""
        self._count.setText(leading(self.places_told(len(mentions))))
        self.mentions.show_mentions(mentions)

    def set_fixed(self, fixed: bool) -> None:
        """Set whether nothing can be merged."""
        self.button.setEnabled(not fixed)

    def _follow_choice(self) -> None:
        title = self._entries[self.group.checkedId()].title
        self.button.setText(literal(tr("Merge into {name}", name=title)))
        self.keep_changed.emit()

    def _merge(self) -> None:
        keep = self.keep
        self.merged.emit(keep, [entry.key for entry in self._entries if entry.key != keep])
