"""Buttons side by side, from where reading begins; those that find no room wait in a menu at the end."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.ui.i18n import tr_n
from annotator.ui.keyed_menu import KeyedMenu

GAP = 8
MIN_WIDTH_PX = 150
"""Pixels between two buttons, and those that a row can do with."""


class ButtonRow(QWidget):
    """A row that may be as narrow as one button and the menu of the others."""

    def __init__(self, gap: int = GAP, least: int = MIN_WIDTH_PX) -> None:
        """`gap` and `least` in pixels: between two buttons, and the width that the row can do with."""
        super().__init__()
        self._gap, self._least = gap, least
        self._row: list[tuple[QToolButton, QAction]] = []

    @cached_property
    def more(self) -> QToolButton:
        """Opens the menu of the others; made when there are some."""
        more = QToolButton(self)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setMenu(KeyedMenu(more))
        return more

    def set_row(self, row: Sequence[tuple[QToolButton, QAction]]) -> None:
        """Show these buttons, each with the action that stands for it in the menu."""
        for button, _ in self._row:
            button.hide()
            button.deleteLater()
        self._row = list(row)
        for button, _ in self._row:
            button.setParent(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Names have changed, and with them the widths."""
        self.updateGeometry()
        self.arrange()
        for button, _ in self._row:
            button.update()

    def say_more(self, count: int) -> None:
        """Name the button that opens the menu of so many others."""
        self.more.setText(tr_n("{n} more", count) + " ▾")

    def sizeHint(self) -> QSize:
        sizes = [button.sizeHint() for button, _ in self._row]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Room for a button and the menu of the others."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self._least), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self.arrange()

    def arrange(self) -> None:
        """Lay the buttons out from where reading begins, and the rest into the menu."""
        shown = self._fitting()
        x = 0
        for place, (button, _) in enumerate(self._row):
            button.setVisible(place < shown)
            if place < shown:
                x = self._put(button, x)
        rest = self._row[shown:]
        if rest:
            self.say_more(len(rest))
            menu = self.more.menu()
            menu.clear()
            menu.addActions([action for _, action in rest])
            self._put(self.more, x)
            self.more.show()
        elif "more" in vars(self):
            self.more.hide()

    def _fitting(self) -> int:
        """Return the number of buttons that find room, beside the one with the menu where that is not all."""
        widths = [button.sizeHint().width() + self._gap for button, _ in self._row]
        if sum(widths) - self._gap <= self.width():
            return len(widths)
        self.say_more(len(widths))
        room = self.width() - self.more.sizeHint().width()
        return sum(1 for place in range(len(widths)) if sum(widths[: place + 1]) <= room)

    def _put(self, button: QToolButton, x: int) -> int:
        """Place a button at x pixels from where the row begins; where the next one begins."""
        size = button.sizeHint().boundedTo(QSize(self.width(), self.height()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - x - size.width() if mirrored else x
        button.setGeometry(QRect(QPoint(left, (self.height() - size.height()) // 2), size))
        return x + size.width() + self._gap
