"""Several entries that are one: which of them stays, and the mentions that all of them bring."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from annotator.domain.actor import Actor
from annotator.services.mentions import Mention
from annotator.ui.actors.mention_list import MentionList
from annotator.ui.i18n import isolate, literal, tr, tr_n


class MergePanel(QWidget):
    """A choice of the entry that stays; `merged` carries its id and those of the others."""

    merged = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._actors: list[Actor] = []
        self._caption = QLabel()
        self._caption.setProperty("role", "title")
        self._says = QLabel()
        self._says.setProperty("role", "dim")
        self._says.setWordWrap(True)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        self.group = QButtonGroup(self)
        self.group.idToggled.connect(lambda _place, on: self._say_button() if on else None)
        self.button = QPushButton()
        self.button.setObjectName("actor_merge")
        self.button.setProperty("primary", True)
        self.button.setMinimumHeight(34)
        self.button.clicked.connect(self._merge)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self.mentions = MentionList("actor_merge_mentions", ticks=False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for widget in (self._caption, self._says):
            lines.addWidget(widget)
        lines.addLayout(self._choices)
        lines.addWidget(self.button)
        lines.addWidget(self._count)
        lines.addWidget(self.mentions, 1)

    def show_actors(self, actors: Sequence[Actor], counts: dict[str, int], mentions: Sequence[Mention]) -> None:
        """Offer these; the one with the most mentions is proposed."""
        self._actors = list(actors)
        for button in self.group.buttons():
            self.group.removeButton(button)
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, actor in enumerate(actors):
            text = f"{isolate(actor.name)}   ·   {tr_n('{n} mentions', counts.get(actor.id, 0))}"
            button = QRadioButton(literal(text))
            self.group.addButton(button, place)
            self._choices.addWidget(button)
        most = max(range(len(actors)), key=lambda place: counts.get(actors[place].id, 0))
        self.group.button(most).setChecked(True)
        self._caption.setText(tr_n("Merge {n} actors into one", len(actors)))
        self._says.setText(
            tr_n(
                "Which one stays? It gains the names of the other {n}, with their mentions in all readings.",
                len(actors) - 1,
            )
        )
        self._count.setText(tr_n("{n} mentions", len(mentions)))
        self.mentions.show_mentions(mentions)

    def set_fixed(self, fixed: bool) -> None:
        """Return whether nothing can be merged."""
        self.button.setEnabled(not fixed)

    def _say_button(self) -> None:
        name = self._actors[self.group.checkedId()].name
        self.button.setText(literal(tr("Merge into {name}", name=name)))

    def _merge(self) -> None:
        keep = self._actors[self.group.checkedId()]
        self.merged.emit(keep.id, [actor.id for actor in self._actors if actor is not keep])
