"""The command palette: every action a few typed letters away, in whatever spelling comes to hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import ActionRegistry
from annotator.ui.announcing import announce
from annotator.ui.i18n import tr
from annotator.ui.interface_size import px
from annotator.ui.overlay import Overlay
from annotator.ui.palette_rows import PaletteRow, command_rows, matching
from annotator.ui.panels.painting import leading
from annotator.ui.text_fields import LineField
from annotator.ui.theme import themes

_WIDTH_PX, _ROWS, _ROW_PX, _TOP_PX = 560, 10, 36, 64
"""Lengths at the usual size of the interface; rows that are seen at once."""

_ROW = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _RowDelegate(QStyledItemDelegate):
    """A title on the reading side; on the other its menu and its keys, which stay left to right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as the others; the list gives the width."""
        del option, index
        return QSize(10, px(_ROW_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row; what cannot be done now is grey."""
        row: PaletteRow = index.data(_ROW)
        theme = themes().theme
        enabled = row.is_enabled
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("selection"))
                painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 7, 7)
            space = option.rect.adjusted(12, 0, -12, 0)
            painter.setPen(theme.color("dim" if enabled else "disabled"))
            painter.setFont(_smaller(option.font))
            for text in (row.keys, row.where):
                space = _draw_at_end(painter, space, text, option.direction)
            painter.setPen(theme.color("ink" if enabled else "disabled"))
            painter.setFont(option.font)
            painter.setLayoutDirection(option.direction)
            title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, space.width())
            painter.drawText(space, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, title)


def _draw_at_end(painter: QPainter, space: QRect, text: str, direction: Qt.LayoutDirection) -> QRect:
    """Draw keys or a menu's name where the row ends; the space that is left before it."""
    if not text:
        return space
    ltr = direction == Qt.LayoutDirection.LeftToRight
    end = Qt.AlignmentFlag.AlignRight if ltr else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(space, end | Qt.AlignmentFlag.AlignVCenter, text)
    used = painter.fontMetrics().horizontalAdvance(text) + 14
    return space.adjusted(0, 0, -used, 0) if ltr else space.adjusted(used, 0, 0, 0)


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return small


class CommandPalette(Overlay):
    """A line to type in and what it finds, over the upper middle of the window; Enter does it.

    `elsewhere` returns what a query finds besides commands.
    """

    def __init__(
        self, registry: ActionRegistry, window: QWidget, elsewhere: Callable[[str], Sequence[PaletteRow]] = lambda _: ()
    ) -> None:
        super().__init__(window)
        self.setObjectName("command_palette")
        self._registry = registry
        self._elsewhere = elsewhere
        self._commands: list[PaletteRow] = []
        self._line = LineField(parent=self)
        self._line.setObjectName("command_palette_line")
        self._line.textChanged.connect(self._search)
        self._list = QListWidget(self)
        self._list.setObjectName("command_palette_list")
        self._list.setItemDelegate(_RowDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._run)
        self._list.currentItemChanged.connect(self._say)
        self._none = QLabel(self)
        self._none.setProperty("role", "dim")
        self._none.setContentsMargins(12, 8, 12, 8)
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._list)
        column.addWidget(self._none)

    def open(self) -> None:
        """Show it with everything listed; opened while it is open, put it away."""
        if self.isVisible():
            self.dismiss()
            return
        self._line.setPlaceholderText(tr("Type what you want to do, or the name of an article or actor"))
        for widget in (self, self._line, self._list):
            widget.setAccessibleName(tr("Commands"))
        self._commands = command_rows(self._registry.entries())
        self._line.clear()
        self._search("")
        self.open_over(self._line)

    def titles(self) -> list[str]:
        """Return the titles that are listed now, from the top."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _search(self, query: str) -> None:
        self._list.clear()
        for row in matching([*self._commands, *self._elsewhere(query)], query):
            item = QListWidgetItem(row.title)
            item.setData(_ROW, row)
            if not row.is_enabled:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(self._list.count() > 0)
        self._none.setText(leading(tr("Nothing is called “{words}”. Fewer letters find more.", words=query.strip())))
        self._none.setVisible(self._list.count() == 0)
        self.place()

    def _say(self, item: QListWidgetItem | None) -> None:
        """The focus stays in the line, so a screen reader has to be told what the arrows choose."""
        if item is not None:
            row: PaletteRow = item.data(_ROW)
            announce(self._line, ", ".join(filter(None, (row.title, row.where, row.keys))), urgent=True)

    def place(self) -> None:
        """As wide as the window allows, as high as what was found."""
        rows = max(1, min(_ROWS, self._list.count()))
        self._list.setFixedHeight(rows * px(_ROW_PX) + 2 * self._list.frameWidth() + 2)
        self.setFixedWidth(min(px(_WIDTH_PX), self.over.width() - 24))
        self.adjustSize()
        left = (self.over.width() - self.width()) // 2
        self.move(left, min(_TOP_PX, max(0, self.over.height() - self.height())))

    def key(self, event: QKeyEvent) -> bool:
        """Enter does what is chosen, the arrows choose; Tab stays, for there is nowhere else to go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentItem())
        elif event.key() in _LIST_KEYS:
            self._list.keyPressEvent(event)
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        row: PaletteRow = item.data(_ROW)
        self.dismiss()
        row.run()
