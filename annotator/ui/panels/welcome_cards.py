"""The cards of the page without a project: a recent project, one that is not there, something to do first."""

from abc import abstractmethod
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.document import Direction
from annotator.text.direction import base_direction
from annotator.ui.actions import plain
from annotator.ui.i18n import Phrase, isolate, lately, literal, path_text, phrase, tip, tr, tr_n, ui_direction
from annotator.ui.panels.painting import draw_line, large, leading, small
from annotator.ui.recent_state import left_in
from annotator.ui.theme import themes

PADDING_PX, GAP_PX = 14, 3
BAR_PX = 110
"""Pixels of the bar of what is done."""

FIRST_STEPS: tuple[Phrase, ...] = (
    phrase("A name, what is marked in it, and your own name"),
    phrase("A project file on this computer"),
    phrase("Ten articles that two people have marked"),
    phrase("Six things to do by hand, in two minutes"),
)
"""The outcome of each of the first steps, in the order of the buttons."""


class _Card(QPushButton):
    """A button with lines of its own. Its text is for screen readers alone."""

    lines = 2

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        below = QFontMetrics(small(self.font())).height() + GAP_PX
        return QSize(300, QFontMetrics(large(self.font())).height() + (self.lines - 1) * below + 2 * PADDING_PX - 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        across, down = PADDING_PX, PADDING_PX - 5
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
            self.paint_lines(painter, QRectF(self.rect()).adjusted(across, down, -across, -down))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too, and leave the arrows to the page: Qt would have them go where Tab goes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @abstractmethod
    def paint_lines(self, painter: QPainter, box: QRectF) -> None:
        """Paint what stands on the card."""

    def row(self, box: QRectF, place: int) -> QRectF:
        """Return the box of a line, the first of which is higher."""
        first, below = QFontMetrics(large(self.font())).height(), QFontMetrics(small(self.font())).height() + GAP_PX
        if place == 0:
            return QRectF(box.left(), box.top(), box.width(), first)
        return QRectF(box.left(), box.top() + first + (place - 1) * below, box.width(), below)

    @staticmethod
    def ends() -> tuple[Direction, Direction]:
        """Return the side where the window begins, and the other one."""
        side = ui_direction()
        return side, "ltr" if side == "rtl" else "rtl"


class RecentCard(_Card):
    """A project that was opened lately: its name, when, where it lies, and what was left in it."""

    lines = 3

    def __init__(self, path: Path, place: int) -> None:
        super().__init__()
        self.setObjectName("recent_project")
        self._path, self._key = path, "Enter" if place == 0 else str(place + 1)
        self._left = left_in(path)
        self._when = _changed(path)
        folder = path_text(path.parent)
        self.setText(literal(f"{isolate(path.stem)}   ·   {folder}"))
        self.setToolTip(tip(path_text(path)))
        said = (isolate(path.stem), self._told(), self._when, folder)
        self.setAccessibleName(". ".join(filter(None, said)))

    def _told(self) -> str:
        if self._left is None:
            return ""
        left, articles = self._left
        of_all = tr_n("{n} articles", articles)
        if not articles:
            return tr("no article yet")
        return f"{tr_n('{n} articles left for you', left)} · {of_all}" if left else f"✓ {tr('nothing left')} · {of_all}"

    def paint_lines(self, painter: QPainter, box: QRectF) -> None:
        theme, (side, other) = themes().theme, self.ends()
        bold = QFont(large(self.font()))
        bold.setBold(True)
        dim, name = small(self.font()), self._path.stem
        first, second, third = (self.row(box, place) for place in range(3))
        room = QFontMetrics(dim).horizontalAdvance(self._when) + 12
        title = first.adjusted(room if side == "rtl" else 0, 0, 0 if side == "rtl" else -room, 0)
        draw_line(painter, title, name, bold, theme.color("ink"), base_direction(name), side)
        draw_line(painter, first, self._when, dim, theme.color("dim"), side, other)
        key = 60.0
        where = second.adjusted(key if side == "rtl" else 0, 0, 0 if side == "rtl" else -key, 0)
        draw_line(painter, where, path_text(self._path.parent), dim, theme.color("dim"), "ltr", side)
        draw_line(painter, second, self._key, dim, theme.color("dim"), "ltr", other)
        draw_line(painter, third, self._told(), dim, theme.color("ink"), side)
        if self._left is not None and self._left[1]:
            self._paint_bar(painter, third, side)

    def _paint_bar(self, painter: QPainter, box: QRectF, side: Direction) -> None:
        assert self._left is not None
        left, articles = self._left
        bar = QRectF(box.left() if side == "rtl" else box.right() - BAR_PX, box.center().y() - 2, BAR_PX, 4)
        painter.fillRect(bar, themes().theme.color("line"))
        done = bar.width() * max(articles - left, 0) / articles
        start = bar.right() - done if side == "rtl" else bar.left()
        painter.fillRect(QRectF(start, bar.top(), done, bar.height()), themes().theme.color("success"))


class StepCard(_Card):
    """Something to do first: the words of an action, its key, and what it brings."""

    def __init__(self, action: QAction, told: Phrase) -> None:
        super().__init__()
        self._action, self._brings = action, told
        self.setObjectName(action.objectName())
        self.clicked.connect(action.trigger)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setText(literal(plain(self._action.text())))
        self.setToolTip(self._action.toolTip())
        self.setAccessibleDescription(self._brings())
        self.update()

    def paint_lines(self, painter: QPainter, box: QRectF) -> None:
        theme, (side, other) = themes().theme, self.ends()
        is_primary = bool(self.property("primary"))
        ink = theme.color("accent_ink" if is_primary else "ink")
        bold = QFont(large(self.font()))
        bold.setBold(True)
        keys = self._action.shortcut().toString(self._action.shortcut().SequenceFormat.NativeText)
        draw_line(painter, self.row(box, 0), plain(self._action.text()), bold, ink, side)
        draw_line(painter, self.row(box, 0), keys, small(self.font()), ink, "ltr", other)
        dim = ink if is_primary else theme.color("dim")
        draw_line(painter, self.row(box, 1), self._brings(), small(self.font()), dim, side)


class MissingProject(QWidget):
    """A project that is not where it was: look for it, or take it off the list."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        said, where = QLabel(), QLabel()
        said.setText(leading(tr("⚠ {name} is not there now", name=path.stem)))
        where.setText(leading(path_text(path.parent)))
        where.setProperty("role", "dim")
        for label in (said, where):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip(path_text(path)))
        self.look, self.take_off = QToolButton(), QToolButton()
        self.look.setText(tr("Look for it…"))
        self.take_off.setText(tr("Take it off this list"))
        self.look.setAccessibleName(tr("Look for {name}", name=path.stem))
        self.take_off.setAccessibleName(tr("Take {name} off this list", name=path.stem))
        row = QHBoxLayout()
        for button in (self.look, self.take_off):
            button.setProperty("flat", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(PADDING_PX, 4, PADDING_PX, 4)
        lines.setSpacing(2)
        lines.addWidget(said)
        lines.addWidget(where)
        lines.addLayout(row)


def _changed(path: Path) -> str:
    """Return when a file was changed last."""
    try:
        return lately(datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat())
    except (OSError, OverflowError, ValueError):
        return ""
