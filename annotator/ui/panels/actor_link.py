"""The actor of a mention, on its card: the entry of the registry, or a way to choose one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.domain.actor import Actor
from annotator.ui.actor_words import BETWEEN, kinds, other_names
from annotator.ui.i18n import isolate, literal, tr
from annotator.ui.panels.painting import leading
from annotator.ui.scheme_ids import LINK_KEY
from annotator.ui.session import Session


class ActorCard(QWidget):
    """A line of the card: a button that asks, with what is known below it."""

    asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._kinds = kinds(session.scheme)
        self._shown: Actor | None = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        row = QHBoxLayout()
        title = QLabel(tr("Names"))
        title.setProperty("role", "dim")
        row.addWidget(title)
        row.addStretch(1)
        self.button = QToolButton()
        self.button.setObjectName("actor_card")
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button)
        row.addWidget(_key(LINK_KEY), 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(row)
        self._known = QLabel()
        self._known.setTextFormat(Qt.TextFormat.PlainText)
        self._known.setProperty("role", "dim")
        self._known.setWordWrap(True)
        lines.addWidget(self._known)
        self._say()

    def show_actor(self, actor: Actor | None) -> None:
        """Show whom the mention names; None: nobody in the registry yet."""
        if actor != self._shown:
            self._shown = actor
            self._say()

    def _say(self) -> None:
        actor, asks = self._shown, tr("Who is it?")
        self.button.setText(_fitted(self.button, isolate(actor.name) if actor else asks))
        self.button.setAccessibleName(
            tr("Names {name}. Press to link another actor", name=actor.name) if actor else asks
        )
        self._known.setVisible(actor is not None)
        if actor is not None:
            kind = self._kinds.get(actor.kind, actor.kind)
            self._known.setText(leading(BETWEEN.join((kind, *other_names(actor)))))


def _fitted(button: QToolButton, text: str) -> str:
    """The text without what menus take for the mark of a key, and no longer than the card is wide."""
    return literal(QFontMetrics(button.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, 210))


def _key(key: str) -> QLabel:
    label = QLabel(key)
    label.setProperty("role", "key")
    return label
