"""The actors who are quoted most, as buttons: a place to begin where nothing is asked yet."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from annotator.domain.attribution import Attribution
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import isolate, literal, number, tr
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.searching.concordance import EDGE

MOST_OFFERED = 8
NAME_LENGTH = 40
"""Code points of a name that a button shows."""


class Speakers(QWidget):
    """A button for each of those that are quoted most; `chosen` carries the name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statement_speakers")
        self._title = QLabel()
        self._title.setProperty("role", "dim")
        self.buttons: list[QToolButton] = []
        self._flow = FlowLayout(self, spacing=6)
        self._flow.setContentsMargins(EDGE, 0, EDGE, 6)
        self._flow.addWidget(self._title)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(tr("Most quoted"))

    def show_of(self, statements: Iterable[Attribution], is_known: Callable[[str], bool]) -> None:
        """Offer those who say most of these statements, of whom the registry knows something."""
        counts = Counter(name for one in statements for name in one.sources)
        offered = [(name, count) for name, count in counts.most_common(4 * MOST_OFFERED) if is_known(name)]
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(name, count) for name, count in offered[:MOST_OFFERED]]
        self.setVisible(bool(self.buttons))

    def _button(self, name: str, count: int) -> QToolButton:
        button = QToolButton()
        shown = name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1]}…"
        button.setText(literal(f"{isolate(shown)}  {number(count)}"))
        button.clicked.connect(partial(self.chosen.emit, name))
        follow_size(button, lines=1.6)
        self._flow.addWidget(button)
        return button

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
