"""One entry of a registry: its form, every place in its line, and what can be done with those that are ticked."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.services.mentions import Mention
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.panels.painting import leading
from annotator.ui.searching.boxes import Field


class EntryPanel(QWidget):
    """`split` carries the spans that were ticked and the name of their new entry. Subclasses have the words."""

    split = Signal(object, str)
    deleted = Signal()

    def __init__(self, name: str, form: QWidget, places: MentionList) -> None:
        super().__init__()
        self._fixed = False
        self.caption = QLabel()
        self.caption.setProperty("role", "caption")
        self.delete = QPushButton()
        self.delete.setObjectName(f"{name}_delete")
        self.delete.clicked.connect(self.deleted)
        self.mentions = places
        self.mentions.ticked_changed.connect(self.follow_ticks)
        self.new_name = Field(f"{name}_split_name")
        self.new_name.textChanged.connect(self.follow_ticks)
        self.new_name.returnPressed.connect(self._split)
        self.button = QPushButton()
        self.button.setObjectName(f"{name}_split")
        self.button.clicked.connect(self._split)
        self.head = QHBoxLayout()
        self.head.addWidget(self.caption, 1)
        self.head.addWidget(self.delete)
        self.below = QWidget()
        self.foot = QHBoxLayout(self.below)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self.new_name, 1)
        self.foot.addWidget(self.button)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.lines.addWidget(form)
        self.lines.addLayout(self.head)
        self.lines.addWidget(self.mentions, 1)
        self.lines.addWidget(self.below)

    # What subclasses say

    @abstractmethod
    def places_title(self) -> str:
        """Return the name of the list of places."""

    @abstractmethod
    def delete_words(self) -> str:
        """Return what deletes the entry."""

    @abstractmethod
    def new_words(self) -> str:
        """Return what the field of the new entry holds."""

    @abstractmethod
    def split_words(self, count: int) -> str:
        """Return what moves so many places to a new entry; of none, what to tick."""

    # What is shown

    def show_places(self, mentions: Sequence[Mention], told: str, *, fixed: bool, whole: bool = True) -> None:
        """Show the places, which `told` counts; `whole` unless only some of them are looked for."""
        self._fixed = fixed
        self.mentions.show_mentions(mentions)
        self.caption.setText(leading(told))
        is_empty = whole and not mentions
        self.delete.setVisible(is_empty and not fixed)
        self.below.setVisible(not is_empty and not fixed)
        self.mentions.setVisible(not is_empty)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.delete.setText(self.delete_words())
        self.mentions.setAccessibleName(self.places_title())
        self.new_name.name(self.new_words())
        self.follow_ticks()

    def follow_ticks(self) -> None:
        """Say what can be done with the places that are ticked."""
        count = len(self.mentions.rows.ticked)
        self.button.setText(self.split_words(count))
        self.new_name.setEnabled(count > 0)
        self.button.setEnabled(count > 0 and self.new_name.text().strip() != "")

    def _split(self) -> None:
        if self.button.isEnabled():
            name = self.new_name.text().strip()
            self.split.emit([mention.span.id for mention in self.mentions.rows.ticked], name)

    def forget(self) -> None:
        """The new entry is there: its name is not wanted again, and its places are not to be moved again."""
        self.new_name.clear()
        self.mentions.tick(())
