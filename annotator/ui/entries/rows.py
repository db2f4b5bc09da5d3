"""Actors as rows of two lines: the name with its kind, and what else is to be known."""

import msgspec
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.domain.document import Direction
from annotator.text.direction import base_direction
from annotator.ui.i18n import MOST_SHOWN, isolate, tr
from annotator.ui.panels.painting import draw_line, large, one_line, small, two_lines_px
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowModel

PADDING = 10


class EntryRow(msgspec.Struct, frozen=True):
    """One row: its key, the title, what stands at its end, and the dim line below."""

    key: str
    title: str
    end: str = ""
    detail: str = ""
    foreign: bool = True
    """True if the title is somebody's name, which has a direction of its own, and not a word of the window."""


class EntryRows(RowModel[EntryRow]):
    """The rows of a list of actors."""

    def place_of(self, key: str | None) -> int:
        """The row with this key, -1 if there is none."""
        return next((place for place, row in enumerate(self.items) if row.key == key), -1)

    def shown(self, row: EntryRow) -> str:
        return row.title

    def spoken(self, row: EntryRow, place: int) -> str:
        said = ", ".join(filter(None, (isolate(one_line(row.title)), row.end, row.detail)))
        return tr("{mark}. {n} of {count}", mark=said, n=place + 1, count=len(self.items))


class EntryDelegate(RowDelegate):
    """Paints a row; names begin where the window begins, each running its own way."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, two_lines_px(option.font) + 12)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: EntryRow = index.data(ROW)
        side: Direction = "rtl" if mirrored else "ltr"
        inner = box.adjusted(PADDING, 3, -PADDING, -3)
        below = QFontMetricsF(small(option.font)).height() if row.detail else 0.0
        first = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - below)
        second = QRectF(inner.left(), first.bottom(), inner.width(), below)
        end = QFontMetricsF(small(option.font)).horizontalAdvance(row.end)
        if row.end:
            other: Direction = "ltr" if mirrored else "rtl"
            draw_line(painter, first, row.end, small(option.font), self.theme.color("dim"), side, other)
            first.adjust(end + PADDING if mirrored else 0, 0, 0 if mirrored else -end - PADDING, 0)
        direction = base_direction(row.title[:MOST_SHOWN]) if row.foreign else side
        draw_line(painter, first, row.title, large(option.font), self.theme.color("ink"), direction, side)
        draw_line(painter, second, row.detail, small(option.font), self.theme.color("dim"), side)
