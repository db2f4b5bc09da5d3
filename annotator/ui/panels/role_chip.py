"""A mark that plays a role: a chip that goes there, lets another mark take its place, or takes the link away."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from annotator.domain.document import Direction
from annotator.ui.article.marks import MarkStyle
from annotator.ui.i18n import isolate, tip, tr
from annotator.ui.keyed_menu import KeyedMenu
from annotator.ui.panels.quote import Chip

CROSS = 18
"""Pixels at the end of the chip that take the link away."""
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHANGING = (Qt.Key.Key_F2,)


class RoleChip(Chip):
    """`clicked` goes to the mark; `change` asks for another one; `remove` takes the link away and leaves the mark."""

    change = Signal()
    remove = Signal()

    def __init__(self, role: str, text: str, direction: Direction, style: MarkStyle, fixed: bool = False) -> None:
        """`fixed`: nothing may be changed."""
        super().__init__(text, direction, style)
        self._role, self._fixed = role, fixed
        self.setMouseTracking(True)
        self._over_cross = False
        self._keys = tr("{Enter} goes there   ·   {F2} chooses another   ·   {Del} removes the link")
        if not fixed:
            self.setAccessibleDescription(self._keys)
        self._say()

    def show_mark(self, text: str, style: MarkStyle) -> None:
        super().show_mark(text, style)
        self._say()

    def _say(self) -> None:
        name = f"{isolate(self._role)}: {isolate(self.text())}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip("" if self._fixed else tip(f"{name}\n{self._keys}"))

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0 if self._fixed else CROSS - 6, 0)

    def text_box(self, pill: QRectF) -> QRectF:
        if self._fixed:
            return pill
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return pill.adjusted(CROSS - 4, 0, 0, 0) if mirrored else pill.adjusted(0, 0, 4 - CROSS, 0)

    def _cross(self) -> QRectF:
        x = 5 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - CROSS - 5
        return QRectF(x, 0, CROSS, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fixed:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            color = self.palette().windowText().color() if self._over_cross else self._style.line
            painter.setPen(QPen(color, 1.8 if self._over_cross else 1.2))
            middle, arm = self._cross().center(), 3.2
            for side in (1, -1):
                painter.drawLine(middle + QPointF(-arm, -arm * side), middle + QPointF(arm, arm * side))

    def event(self, event: QEvent) -> bool:
        # Del deletes the selected mark anywhere else in the window.
        mine = isinstance(event, QKeyEvent) and event.key() in (*_REMOVING, *_CHANGING) and not self._fixed
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING and not self._fixed:
            self.remove.emit()
        elif event.key() in _CHANGING and not self._fixed:
            self.change.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_cross(not self._fixed and self._cross().contains(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_cross(False)

    def _hover_cross(self, over: bool) -> None:
        if over != self._over_cross:
            self._over_cross = over
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._fixed and self.isDown() and self._cross().contains(event.position()):
            self.setDown(False)
            self.remove.emit()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._fixed:
            return
        menu = KeyedMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Go there"), self.click)
        menu.addAction(tr("Choose another…"), self.change.emit)
        menu.addAction(tr("Remove the link"), self.remove.emit)
        menu.popup(event.globalPos())
