"""A layout of two items: side by side where both fit, else one above the other."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

APART_PX = 12
"""Between the two where they stand side by side, at least."""
ABOVE_PX = 3


class BesideLayout(QLayout):
    """The first item takes the room that there is, the second what it asks for, at the end of the line.

    Where the second one stands follows from the width alone, and so does the height. A scroll area asks for the height
    at widths that the widget does not have yet; if the answer depended on the width that it has, two widths could call
    for each other without end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._measured: dict[int, list[QRect]] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._measured.clear()

    def invalidate(self) -> None:
        """Forget what was measured: an item asks for another size."""
        self._measured.clear()
        super().invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._measured.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.y() + box.height() for box in self._boxes(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, box in zip(self._items, self._boxes(rect.width()), strict=True):
            item.setGeometry(QStyle.visualRect(direction, rect, box.translated(rect.topLeft())))

    def sizeHint(self) -> QSize:
        """Side by side."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + APART_PX * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(*(max((side(size) for size in sizes), default=0) for side in (QSize.width, QSize.height)))

    def _boxes(self, width: int) -> list[QRect]:
        """Return the boxes of the items in a rectangle of this width, read from the left; as tall as they ask to be."""
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def _measure(self, width: int) -> list[QRect]:
        widths = [min(item.sizeHint().width(), width) for item in self._items]
        heights = [_height(item, wide) for item, wide in zip(self._items, widths, strict=True)]
        if len(widths) < 2:
            return [QRect(0, 0, width, height) for height in heights]
        if sum(widths) + APART_PX <= width:
            tall = max(heights)
            return [QRect(0, 0, width - widths[1], tall), QRect(width - widths[1], 0, widths[1], tall)]
        above = _height(self._items[0], width)
        return [QRect(0, 0, width, above), QRect(0, above + ABOVE_PX, widths[1], heights[1])]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
