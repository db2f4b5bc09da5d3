"""The command palette: every action a few typed letters away, in whatever spelling comes to hand."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import MENUS, ActionRegistry, Entry, plain
from annotator.ui.announcing import announce
from annotator.ui.i18n import tr
from annotator.ui.interface_size import px
from annotator.ui.overlay import Overlay
from annotator.ui.text_fields import LineField
from annotator.ui.theme import themes

_WIDTH_PX, _ROWS, _ROW_PX, _TOP_PX = 560, 10, 36, 64
"""Lengths at the usual size of the interface; rows that are seen at once."""

_ENTRY = Qt.ItemDataRole.UserRole
# Spellings that writers of Arabic mix. `text.normal_form` does this thoroughly, after half a second of loading.
_ALIKE = str.maketrans("أإآٱىیکةؤئ", "ااااييكهوي", "\u0640")
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def fold(text: str) -> str:
    """The text without what typing in haste leaves out: case, vowel marks, hamza, the dots of ة and ى."""
    letters = (char for char in normalize("NFKD", text.translate(_ALIKE)) if not combining(char))
    return "".join(letters).translate(_ALIKE).casefold()


def matching(entries: Sequence[Entry], query: str) -> list[Entry]:
    """The entries that hold every word of the query, best first: enabled ones, then by where it is found."""
    words = fold(query).split()
    ranked = []
    for order, entry in enumerate(entries):
        rank = _rank(entry, words)
        if rank is not None:
            ranked.append((not entry.action.isEnabled(), rank, order, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda item: item[:3])]


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    """0 when the title begins so, 1 when words of it do, 2 inside them, 3 only in its English or id."""
    title = fold(entry.title)
    if title.startswith(" ".join(words)):
        return 0
    if all(f" {word}" in f" {title}" for word in words):
        return 1
    if all(word in title for word in words):
        return 2
    return 3 if all(word in fold(entry.english) for word in words) else None


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
        entry: Entry = index.data(_ENTRY)
        theme = themes().theme
        enabled = entry.action.isEnabled()
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("selection"))
                painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 7, 7)
            space = option.rect.adjusted(12, 0, -12, 0)
            painter.setPen(theme.color("dim" if enabled else "disabled"))
            painter.setFont(_smaller(option.font))
            for text in (entry.keys, plain(MENUS[entry.menu]()) if entry.menu else ""):
                space = _draw_at_end(painter, space, text, option.direction)
            painter.setPen(theme.color("ink" if enabled else "disabled"))
            painter.setFont(option.font)
            painter.setLayoutDirection(option.direction)
            title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, space.width())
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
    """A line to type in and what it finds, over the upper middle of the window; Enter does it."""

    def __init__(self, registry: ActionRegistry, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("command_palette")
        self._registry = registry
        self._entries: list[Entry] = []
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
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._list)

    def open(self) -> None:
        """Show it with everything listed; opened while it is open, put it away."""
        if self.isVisible():
            self.dismiss()
            return
        self._line.setPlaceholderText(tr("Type what you want to do"))
        for widget in (self, self._line, self._list):
            widget.setAccessibleName(tr("Commands"))
        self._entries = self._registry.entries()
        self._line.clear()
        self._search("")
        self.open_over(self._line)

    def titles(self) -> list[str]:
        """Return the titles that are listed now, from the top."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _search(self, query: str) -> None:
        self._list.clear()
        for entry in matching(self._entries, query):
            item = QListWidgetItem(entry.title)
            item.setData(_ENTRY, entry)
            if not entry.action.isEnabled():
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self.place()

    def _say(self, item: QListWidgetItem | None) -> None:
        """The focus stays in the line, so a screen reader has to be told what the arrows choose."""
        if item is not None:
            entry: Entry = item.data(_ENTRY)
            announce(self._line, ", ".join(filter(None, (entry.title, entry.keys))), urgent=True)

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
        entry: Entry = item.data(_ENTRY)
        self.dismiss()
        entry.action.trigger()
