"""A layout that fills lines like text: as many items on a line as fit, mirrored where the window is."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Items in reading order, wrapped to the width there is; its height follows from that width."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, *, to_end: bool = False) -> None:
        super().__init__(parent)
        self._to_end = to_end
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, apply=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + _across(margins), height + _down(margins))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        width = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(width + _across(margins), height + _down(margins))

    def _place(self, rect: QRect, *, apply: bool) -> int:
        """Lay the items into `rect` (or only measure); the height that this takes, in pixels."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            height = max(size.height() for _, size in line)
            if apply:
                self._place_line(line, inner, y, height)
            y += height + self.spacing()
        return y - self.spacing() - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, as many on a line as fit `width` pixels."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._items:
            if item.isEmpty():
                # A hidden widget takes no room, nor the gap beside it.
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, height: int) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        x = inner.x()
        if self._to_end:
            x += inner.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
        for item, size in line:
            place = QPoint(x, y + (height - size.height()) // 2)
            item.setGeometry(QStyle.visualRect(direction, inner, QRect(place, size)))
            x += size.width() + self.spacing()


def _across(margins: QMargins) -> int:
    return margins.left() + margins.right()


def _down(margins: QMargins) -> int:
    return margins.top() + margins.bottom()
