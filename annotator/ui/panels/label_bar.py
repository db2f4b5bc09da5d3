"""The labels of the scheme as buttons: name in the label's colour over its underline, and the key that does it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from annotator.domain.scheme import Label
from annotator.ui.i18n import tr_n
from annotator.ui.interface_size import px
from annotator.ui.panels.button_row import ButtonRow
from annotator.ui.panels.painting import draw_underline, small
from annotator.ui.theme import themes


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
                self._paint_key(painter, QRectF(key_x, self.height() / 2 - px(9), key, px(18)))

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


class LabelBar(ButtonRow):
    """The buttons side by side, in the scheme's order; those that find no room wait in a menu at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[LabelButton] = []

    def set_labels(self, labels: list[tuple[Label, QAction]]) -> None:
        """Show these labels, each with the action that marks with it."""
        self.buttons = [LabelButton(label, action) for label, action in labels]
        self.set_row([(button, button.defaultAction()) for button in self.buttons])

    def say_more(self, count: int) -> None:
        super().say_more(count)
        self.more.setObjectName("more_labels")
        self.more.setAccessibleName(tr_n("{n} more labels", count))
