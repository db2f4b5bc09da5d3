"""The labels of the scheme as buttons: name in the label's colour over its underline, and the key that does it."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.domain.scheme import Label
from annotator.ui.i18n import tr_n
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.panels.painting import draw_underline, small
from annotator.ui.theme import themes

GAP = 8
MIN_WIDTH_PX = 150
"""Pixels between two buttons, and those that the bar can do with."""


class LabelButton(QToolButton):
    """One label; it does what its action does."""

    def __init__(self, label: Label, action: QAction) -> None:
        super().__init__()
        self._label = label
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _widths(self) -> tuple[float, float]:
        """Of the name and of the key's box, in pixels."""
        name = QFontMetricsF(self._title_font()).horizontalAdvance(self.text())
        key = QFontMetricsF(small(self.font())).horizontalAdvance(self._label.shortcut or "")
        return name, key + 10 if self._label.shortcut else 0.0

    def sizeHint(self) -> QSize:
        name, key = self._widths()
        return QSize(round(name + key + (8 if key else 0)) + 24, QFontMetrics(self.font()).height() + 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        style = theme.mark_style(self._label)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            name, key = self._widths()
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            name_x = self.width() - 12 - name if mirrored else 12.0
            height = QFontMetricsF(self._title_font()).height()
            top = (self.height() - height) / 2 - 3
            color = style.line if self.isEnabled() else theme.color("disabled")
            painter.setFont(self._title_font())
            painter.setPen(color)
            painter.drawText(QRectF(name_x, top, name + 2, height), Qt.AlignmentFlag.AlignCenter, self.text())
            draw_underline(painter, name_x, top + height + 2, name, color, style.underline)
            if key:
                key_x = 12 if mirrored else self.width() - 12 - key
                self._paint_key(painter, QRectF(key_x, self.height() / 2 - 9, key, 18))

    def _paint_ground(self, painter: QPainter) -> None:
        theme = themes().theme
        pressed, inside = self.isDown(), self.underMouse() and self.isEnabled()
        painter.setBrush(theme.color("selection" if pressed else "hover" if inside else "card"))
        painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        theme = themes().theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("border"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color("dim" if self.isEnabled() else "disabled"))
        painter.setFont(small(self.font()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._label.shortcut or "")


class LabelBar(QWidget):
    """The buttons side by side, in the scheme's order; those that find no room wait in a menu at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LabelButton] = []

    @cached_property
    def more(self) -> QToolButton:
        """Opens the menu of the others; made when there are some."""
        more = QToolButton(self)
        more.setObjectName("more_labels")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setMenu(KeyedMenu(more))
        return more

    def set_labels(self, labels: list[tuple[Label, QAction]]) -> None:
        """Show these labels, each with the action that marks with it."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [LabelButton(label, action) for label, action in labels]
        for button in self.buttons:
            button.setParent(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Names have changed, and with them the widths."""
        self.updateGeometry()
        self._arrange()
        for button in self.buttons:
            button.update()

    def sizeHint(self) -> QSize:
        sizes = [button.sizeHint() for button in self.buttons]
        width = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Room for a label and the menu of the others."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), MIN_WIDTH_PX), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._arrange()

    def _arrange(self) -> None:
        """Lay the buttons out from where reading begins, and the rest into the menu."""
        shown = self._fitting()
        x = 0
        for place, button in enumerate(self.buttons):
            button.setVisible(place < shown)
            if place < shown:
                x = self._put(button, x)
        rest = self.buttons[shown:]
        if rest:
            self._say_more(len(rest))
            menu = self.more.menu()
            menu.clear()
            menu.addActions([button.defaultAction() for button in rest])
            self._put(self.more, x)
            self.more.show()
        elif "more" in vars(self):
            self.more.hide()

    def _fitting(self) -> int:
        """Return the number of buttons that find room, beside the one with the menu where that is not all."""
        widths = [button.sizeHint().width() + GAP for button in self.buttons]
        if sum(widths) - GAP <= self.width():
            return len(widths)
        self._say_more(len(widths))
        room = self.width() - self.more.sizeHint().width()
        return sum(1 for place in range(len(widths)) if sum(widths[: place + 1]) <= room)

    def _say_more(self, count: int) -> None:
        self.more.setText(tr_n("{n} more", count) + " ▾")
        self.more.setAccessibleName(tr_n("{n} more labels", count))

    def _put(self, button: QToolButton, x: int) -> int:
        """Place a button at x pixels from where the row begins; where the next one begins."""
        size = button.sizeHint().boundedTo(QSize(self.width(), self.height()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - x - size.width() if mirrored else x
        button.setGeometry(QRect(QPoint(left, (self.height() - size.height()) // 2), size))
        return x + size.width() + GAP
