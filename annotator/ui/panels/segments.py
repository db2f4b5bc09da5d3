"""Segmented buttons: one choice of a few, all of them in sight, one click or arrow key away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from annotator.ui.i18n import isolate, literal
from annotator.ui.panels.beside import BesideLayout
from annotator.ui.panels.flow import FlowLayout

Choice = tuple[str, str]
"""A key and its title in the language of the window."""

_STEPS = {Qt.Key.Key_Right.value: 1, Qt.Key.Key_Left.value: -1}


class Segment(QToolButton):
    """One button of a row, which leaves the arrows to the row: Qt would have them go where Tab goes."""

    def sizeHint(self) -> QSize:
        """As high in Arabic as in English: the typeface leaves room for vowel marks, which would add half as much."""
        return QSize(super().sizeHint().width(), round(QFontMetrics(self.font()).height() * 1.45))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Segments(QFrame):
    """The choices as joined buttons; `chosen` carries the key, or "" where choosing again took the choice away."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], current: str | None, *, clearable: bool = False) -> None:
        super().__init__()
        self.setProperty("segmented", True)
        self.clearable = clearable
        flow = FlowLayout(self, spacing=1)
        flow.setContentsMargins(2, 2, 2, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons = [self._button(key, title, key == current) for key, title in choices]
        for button in self.buttons:
            flow.addWidget(button)

    def _button(self, key: str, title: str, checked: bool) -> QToolButton:
        button = Segment(self)
        button.setObjectName(key)
        button.setText(literal(title))
        button.setCheckable(True)
        button.setChecked(checked)
        button.clicked.connect(lambda: self._choose(button))
        return button

    def button(self, key: str) -> QToolButton:
        """The button of a choice; StopIteration if there is none."""
        return next(button for button in self.buttons if button.objectName() == key)

    def set_current(self, key: str | None) -> None:
        """Show this choice (None: none) without announcing it."""
        for button in self.buttons:
            button.setChecked(button.objectName() == key)

    def _choose(self, chosen: QToolButton) -> None:
        taken_away = not chosen.isChecked()
        for button in self.buttons:
            button.setChecked(button is chosen and not (taken_away and self.clearable))
        if taken_away and not self.clearable:
            return
        self.chosen.emit("" if taken_away else chosen.objectName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        at = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class SegmentRow(QWidget):
    """A dim title and its segments: side by side where both fit, else one above the other."""

    def __init__(self, title: str, segments: Segments, key: str = "") -> None:
        """`key` is shown beside the title: it walks through the choices."""
        super().__init__()
        self.segments = segments
        self._title = QLabel(f"{title}  {isolate(key)}" if key else title)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "dim")
        segments.setAccessibleName(title)
        for button in segments.buttons:
            button.setAccessibleName(f"{isolate(title)}: {isolate(button.text())}")
        row = BesideLayout(self)
        row.addWidget(self._title)
        row.addWidget(segments)
