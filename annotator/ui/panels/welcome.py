"""The page without a project: go on where one was left, or create one, open one, look at the sample."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.services.schemes import DEFAULT, load_scheme
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import tr
from annotator.ui.interface_size import px
from annotator.ui.keyboard.events import key_of
from annotator.ui.panels.painting import draw_underline
from annotator.ui.panels.quiet_area import QuietArea
from annotator.ui.panels.welcome_cards import FIRST_STEPS, MissingProject, RecentCard, StepCard
from annotator.ui.recent_state import forget, missing, recent
from annotator.ui.theme import themes

WIDTH_PX, NARROW_PX = 1060, 780
"""Pixels of both columns together, and of a page in which they stand above each other."""
MOST_MISSING = 3
"""Projects that are not there and are told all the same; of more, the list would be a graveyard."""


class Welcome(QWidget):
    """A quiet page in the middle of the window: where one was left, beside what to do first."""

    opened = Signal(str)
    """A recent project was chosen: its path."""
    look_asked = Signal()
    """A project that is not where it was is to be looked for."""

    def __init__(self, *actions: QAction, parent: QWidget | None = None) -> None:
        """`actions` have a button each; the first is what somebody who has no project begins with."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self._name, self._says, self._stays = QLabel(), QLabel(), QLabel()
        self._strokes = Strokes()
        for label in (self._says, self._stays):
            label.setProperty("role", "dim")
            label.setWordWrap(True)
        self.buttons = [StepCard(action, told) for action, told in zip(actions, FIRST_STEPS, strict=True)]
        self.buttons[0].setProperty("primary", True)
        self._heading, self._first = QLabel(), QLabel()
        for heading in (self._heading, self._first):
            heading.setProperty("role", "caption")
        self.recent: list[RecentCard] = []
        self.missing: list[MissingProject] = []
        self._list, self._steps = QVBoxLayout(), QVBoxLayout()
        self._past = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        follow_size(self._name, _huge)
        past = QVBoxLayout(self._past)
        past.setContentsMargins(0, 0, 0, 0)
        past.setSpacing(8)
        past.addWidget(self._heading)
        self._list.setSpacing(6)
        past.addLayout(self._list)
        past.addStretch(1)
        self._steps.setSpacing(8)
        self._steps.addWidget(self._first)
        for button in self.buttons:
            self._steps.addWidget(button)
        self._steps.addStretch(1)
        self._columns.setSpacing(40)
        self._columns.addWidget(self._past, 6)
        self._columns.addLayout(self._steps, 5)
        body = QWidget()
        body.setMaximumWidth(px(WIDTH_PX))
        body.setMinimumWidth(360)
        lines = QVBoxLayout(body)
        lines.setSpacing(10)
        for widget in (self._name, self._strokes, self._says):
            lines.addWidget(widget)
        lines.addSpacing(18)
        lines.addLayout(self._columns)
        lines.addSpacing(8)
        lines.addWidget(self._stays)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(body, 12)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)
        # Many projects in a low window are scrolled to.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(QuietArea(page))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._name.setText(tr("Musnad"))
        self._says.setText(tr("Read the news, mark who says what about whom, and publish what you found."))
        self._stays.setText(tr("A project is one file on this computer. There is no account, and nothing leaves it."))
        self._heading.setText(tr("Recent projects"))
        self._first.setText(tr("What to do first"))
        for button in self.buttons:
            button.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """List the recent projects, those that are still there first."""
        for card in (*self.recent, *self.missing):
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.recent = [self._recent_card(place, path) for place, path in enumerate(recent())]
        self.missing = [self._missing(path) for path in missing()[:MOST_MISSING]]
        for card in (*self.recent, *self.missing):
            self._list.addWidget(card)
        self._past.setVisible(bool(self.recent or self.missing))

    def begin(self) -> None:
        """Put the focus where somebody goes on, or begins."""
        first = self.recent[0] if self.recent else self.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recent_card(self, place: int, path: Path) -> "RecentCard":
        card = RecentCard(path, place)
        card.clicked.connect(lambda: self.opened.emit(str(path)))
        return card

    def _missing(self, path: Path) -> "MissingProject":
        told = MissingProject(path)
        told.look.clicked.connect(self.look_asked)
        told.take_off.clicked.connect(lambda: self._forget(path))
        return told

    def _forget(self, path: Path) -> None:
        forget(path)
        self.refresh()
        self.begin()

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < px(NARROW_PX)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens the project with that number, the arrows walk through the projects."""
        digit, cards = key_of(event).typed, self.recent
        held = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
        if not event.modifiers() and digit.isdecimal() and 1 <= int(digit) <= len(cards):
            cards[int(digit) - 1].click()
        elif step is not None and held is not None:
            cards[(held + step) % len(cards)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _huge(font: QFont) -> QFont:
    huge = QFont(font)
    huge.setPointSizeF(font.pointSizeF() * 2.4)
    huge.setBold(True)
    return huge


class Strokes(QWidget):
    """The lines below the three kinds of marks, on which the name of the program stands."""

    LENGTH_PX, GAP_PX = 46, 6

    def __init__(self) -> None:
        super().__init__()
        self._labels = load_scheme(DEFAULT).labels
        self.setFixedHeight(10)

    def sizeHint(self) -> QSize:
        return QSize(px(3 * self.LENGTH_PX + 2 * self.GAP_PX), 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        length, step = px(self.LENGTH_PX), px(self.LENGTH_PX + self.GAP_PX)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            for place, label in enumerate(self._labels):
                left = self.width() - place * step - length if mirrored else place * step
                style = themes().theme.mark_style(label)
                draw_underline(painter, left, 3, length, style.line, style.underline)
