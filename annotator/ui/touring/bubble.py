"""The bubble of the tour: dark, below the words that it speaks of; it never takes the focus from the article."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.ui.announcing import announce
from annotator.ui.i18n import tr
from annotator.ui.interface_size import px
from annotator.ui.panels.painting import leading
from annotator.ui.theme import themes

WIDTH_PX = 350
ARROW_PX = 10
MARGIN_PX = 8
"""Pixels between the bubble and the edge of what it lies over."""


class Bubble(QFrame):
    """A title, a few words, where in the tour one is, and two buttons."""

    first_pressed = Signal()
    second_pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("tour_bubble")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = over
        self._at = QPointF()
        self._is_above = False
        self.title, self.text, self.place = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.first, self.second = _button(), _button()
        self.first.clicked.connect(self.first_pressed)
        self.second.clicked.connect(self.second_pressed)
        row = QHBoxLayout()
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.first)
        row.addWidget(self.second)
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(8)
        self._lines.addWidget(self.title)
        self._lines.addWidget(self.text)
        self._lines.addLayout(row)
        self.hide()

    def say(self, title: str, text: str, number: int, count: int, first: str, second: str) -> None:
        """Show a step, or what comes after the last: `number` counts from 1."""
        self.title.setText(leading(title))
        self.text.setText(leading(text))
        self.place.setText(tr("{n} of {count}", n=number, count=count))
        self.first.setText(first)
        self.second.setText(second)
        announce(self._over, f"{title} {text}", urgent=True)

    def point_at(self, words: QRect) -> None:
        """Stand below these words (pixels of what it lies over), or above them where there is no room below."""
        width = min(px(WIDTH_PX), self._over.width() - 2 * MARGIN_PX)
        inner = MARGIN_PX + 8
        self._lines.setContentsMargins(inner, inner + ARROW_PX, inner, inner)
        self.setFixedWidth(width)
        height = self._lines.totalHeightForWidth(width)
        self._is_above = words.bottom() + height + MARGIN_PX > self._over.height() and words.top() > height
        if self._is_above:
            self._lines.setContentsMargins(inner, inner, inner, inner + ARROW_PX)
        left = max(MARGIN_PX, min(words.center().x() - width // 2, self._over.width() - width - MARGIN_PX))
        top = words.top() - height - 2 if self._is_above else words.bottom() + 2
        self.setGeometry(left, top, width, height)
        self._at = QPointF(min(max(words.center().x() - left, 24), width - 24), height if self._is_above else 0)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        body = QRectF(self.rect()).adjusted(0, 0 if self._is_above else ARROW_PX, 0, -ARROW_PX if self._is_above else 0)
        edge = body.bottom() if self._is_above else body.top()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(themes().theme.color("tip"))
            shape = QPainterPath()
            shape.addRoundedRect(body, 11, 11)
            shape.moveTo(self._at)
            shape.lineTo(self._at.x() - ARROW_PX, edge)
            shape.lineTo(self._at.x() + ARROW_PX, edge)
            shape.closeSubpath()
            painter.drawPath(shape.simplified())


def _button() -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
