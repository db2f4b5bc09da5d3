"""The model of the table of articles: rows that are read in the background, and ticks that outlive filters."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from annotator.services.overview import ArticleLine, Overview
from annotator.ui.home.arranging import READER, OrderKey
from annotator.ui.home.words import cell_text, column_title, line_told
from annotator.ui.i18n import MOST_SHOWN, tip, tr
from annotator.ui.panels.rows import Index
from annotator.ui.reader_looks import ReaderLook, reader_looks
from annotator.visible import clipped

if TYPE_CHECKING:
    from annotator.services.comparing import Standing

LINE = Qt.ItemDataRole.UserRole


class ArticleModel(QAbstractTableModel):
    """The articles that are shown, in order; `ticked` are those that were chosen, also where a filter hides them."""

    ticks_changed = Signal()
    renamed = Signal(str, str)
    """The id of an article, and the title that was written for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ArticleLine] = []
        self.columns: list[OrderKey] = ["title"]
        self.looks: dict[str, ReaderLook] = {}
        self.standings: Mapping[str, Standing] = {}
        self.ticked: set[str] = set()

    def show_readers(self, found: Overview) -> None:
        """Make the columns: one for each reader, between date and marks."""
        readers: list[OrderKey] = [READER + who for who in found.readers]
        columns: list[OrderKey] = ["title", "publisher", "date", *readers]
        columns += ["assigned", "marks", "differences", "agreement"]
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.looks = reader_looks(found.readers)
            self.endResetModel()

    def show_lines(self, lines: list[ArticleLine]) -> None:
        """Show these articles; the same ones in the same order are only painted anew."""
        if [one.id for one in lines] == [one.id for one in self.lines]:
            self.lines = lines
            self.repaint_rows()
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def repaint_rows(self) -> None:
        """Emitted when what is known of the articles has changed."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def tick(self, document_ids: Collection[str], *, on: bool) -> None:
        """Choose these articles, or no longer."""
        before = set(self.ticked)
        self.ticked = self.ticked | set(document_ids) if on else self.ticked - set(document_ids)
        if self.ticked != before:
            self.repaint_rows()
            self.ticks_changed.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags | editable if index.column() == 0 else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        line, title = self.lines[index.row()], str(value).strip()
        if title and title != line.title:
            self.renamed.emit(line.id, title)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, key = self.lines[index.row()], self.columns[index.column()]
        standing = self.standings.get(line.id)
        match role:
            case _ if role == LINE:
                return line
            case Qt.ItemDataRole.EditRole:
                return line.title
            case Qt.ItemDataRole.DisplayRole:
                return clipped(cell_text(line, key, standing), MOST_SHOWN)
            case Qt.ItemDataRole.AccessibleTextRole:
                told = cell_text(line, key, standing)
                return f"{told}, {tr('chosen')}" if key == "title" and line.id in self.ticked else told
            case Qt.ItemDataRole.CheckStateRole if key == "title":
                return Qt.CheckState.Checked if line.id in self.ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line_told(line, standing))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        key = self.columns[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column_title(key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_reader = key.startswith(READER)
            side = Qt.AlignmentFlag.AlignHCenter if is_reader else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self.looks[key.removeprefix(READER)].sign if key.startswith(READER) else column_title(key)
        return None
