"""One entry of the registry: its card, every mention in its line, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.actor import Actor
from annotator.domain.scheme import Scheme
from annotator.services.mentions import Mention
from annotator.ui.actors.editor import ActorEditor
from annotator.ui.actors.mention_list import MentionList
from annotator.ui.i18n import tr, tr_n
from annotator.ui.searching.boxes import Field


class EntryPanel(QWidget):
    """`split` carries the spans that were ticked and the name of their new entry."""

    split = Signal(object, str)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fixed = False
        self.editor = ActorEditor()
        self._caption = QLabel()
        self._caption.setProperty("role", "caption")
        self.delete = QPushButton()
        self.delete.setObjectName("actor_delete")
        self.delete.clicked.connect(self.deleted)
        self.mentions = MentionList("actor_mentions", ticks=True)
        self.mentions.ticked_changed.connect(self._show_split)
        self.new_name = Field("actor_split_name")
        self.new_name.textChanged.connect(self._show_split)
        self.new_name.returnPressed.connect(self._split)
        self.button = QPushButton()
        self.button.setObjectName("actor_split")
        self.button.clicked.connect(self._split)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self.delete)
        self._below = QWidget()
        foot = QHBoxLayout(self._below)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.new_name, 1)
        foot.addWidget(self.button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.editor)
        lines.addLayout(head)
        lines.addWidget(self.mentions, 1)
        lines.addWidget(self._below)
        self.retranslate()

    def show_entry(self, actor: Actor, mentions: Sequence[Mention], scheme: Scheme, *, fixed: bool) -> None:
        """Show this entry with its mentions."""
        self._fixed = fixed
        self.editor.show_actor(actor, scheme, fixed=fixed)
        self.mentions.show_mentions(mentions)
        self._caption.setText(tr_n("{n} mentions", len(mentions)))
        self.delete.setVisible(not mentions and not fixed)
        self._below.setVisible(bool(mentions) and not fixed)
        self.mentions.setVisible(bool(mentions))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.editor.retranslate()
        self.delete.setText(tr("Delete this actor"))
        self.mentions.setAccessibleName(tr("Mentions"))
        self.new_name.name(tr("Name of the new actor"))
        self._show_split()

    def _show_split(self) -> None:
        count = len(self.mentions.rows.ticked)
        told = tr_n("Move {n} mentions to a new actor", count) if count else tr("Tick mentions of somebody else")
        self.button.setText(told)
        self.new_name.setEnabled(count > 0)
        self.button.setEnabled(count > 0 and self.new_name.text().strip() != "")

    def _split(self) -> None:
        if self.button.isEnabled():
            name = self.new_name.text().strip()
            self.split.emit([mention.span.id for mention in self.mentions.rows.ticked], name)

    def forget_name(self) -> None:
        """The new entry is there: its name is not wanted again."""
        self.new_name.clear()
