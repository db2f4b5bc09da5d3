"""The hits of a search as rows: the article's title, and the line around the hit with the hit in the middle."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction
from annotator.domain.search import Hit
from annotator.services.hits import DocumentHits, Hits
from annotator.text.direction import agreed_direction
from annotator.ui.i18n import isolate, tip, tr
from annotator.ui.panels.painting import draw_line, large, small
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.searching.kwic import Ground, columns, kwic_line

PADDING = 10
TITLE = 0.2
"""Share of a row that the title takes."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitModel(RowModel[Hit]):
    """The hits found so far, in the order in which they were found; the line of one is made when it is in sight."""

    @property
    def documents(self) -> int:
        """Return the number of documents that have hits."""
        return self.items.documents if isinstance(self.items, Hits) else 0

    def add(self, parts: Iterable[DocumentHits]) -> None:
        """Show the hits of more documents below those there are."""
        count = len(self.items)
        if not isinstance(self.items, Hits):
            self.items = Hits(())
        self.insertRows(count, self.items.extend(parts))

    def shown(self, row: Hit) -> str:
        return row.text

    def tip(self, row: Hit) -> str:
        return tip(isolate(row.title))

    def spoken(self, row: Hit, place: int) -> str:
        line = isolate(f"{row.before}{row.text}{row.after}")
        count = len(self.items)
        return tr("{title}: {line}. {n} of {count}", title=isolate(row.title), line=line, n=place + 1, count=count)


class HitDelegate(RowDelegate):
    """Paints a row: the title where the window begins, and a line of a concordance beside it."""

    middle = 80.0
    """Width of the middle column in pixels: as the query needs, so that it stays while hits come in."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, QFontMetrics(large(option.font)).height() + 12)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        hit: Hit = index.data(ROW)
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        width = round(inner.width() * TITLE)
        title = QRectF(inner.right() - width if mirrored else inner.left(), inner.top(), width, inner.height())
        side: Direction = "rtl" if mirrored else "ltr"
        direction = agreed_direction(hit.title) or hit.direction
        draw_line(painter, title, hit.title, small(option.font), self.theme.color("dim"), direction, side)
        room = width + 2 * PADDING
        line = inner.adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
        places = columns(line, self.middle)
        made = kwic_line(hit, large(option.font).toString(), places.before(hit.direction), places.after(hit.direction))
        selected = option.state & QStyle.StateFlag.State_Selected
        ground = Ground(self.theme.color("ink"), self.theme.color("hit_current" if selected else "hit"))
        made.paint(painter, line, places.axis(hit.direction), ground)


class HitList(RowList):
    """The concordance; `opened` carries the hit that the person wants to read in its article."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._painter = HitDelegate()
        super().__init__("project_search_hits", self._painter, parent)
        self.rows = HitModel(self)
        self.setModel(self.rows)
        self.clicked.connect(lambda index: self.opened.emit(self.rows.items[index.row()]))
        self.retranslate()

    def set_wanted(self, text: str) -> None:
        """Set the query, from which the width of the middle column follows."""
        self._painter.middle = max(QFontMetricsF(large(self.font())).horizontalAdvance(text), 40.0)
        self.viewport().update()

    def open_current(self) -> None:
        """Open the current hit, or the first one."""
        row = max(self.currentIndex().row(), 0)
        if row < len(self.rows.items):
            self.show_current(row)
            self.opened.emit(self.rows.items[row])

    def step(self, by: int) -> bool:
        """Open the next hit (1) or the one before (-1); False at the ends."""
        current = self.currentIndex().row()
        row = current + by if current >= 0 else 0
        if not 0 <= row < len(self.rows.items):
            return False
        self.show_current(row)
        self.opened.emit(self.rows.items[row])
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("What was found"))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open_current()
        else:
            super().keyPressEvent(event)
