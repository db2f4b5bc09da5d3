"""The actions of a history as a list: what was done, by whom and when."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.scheme import Scheme
from annotator.services.deeds import HistoryLine
from annotator.text.direction import base_direction
from annotator.ui.deed_words import line_words
from annotator.ui.i18n import isolate, moment, tip, tr, ui_direction
from annotator.ui.panels.choosing_list import PADDING, ChoosingList
from annotator.ui.panels.painting import draw_line, large, small, two_lines_px
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowModel

APART_PX = 8
NEAR_END_PX = 200
"""Pixels above the end of the list from which on more of it is asked for."""


class HistoryModel(RowModel[HistoryLine]):
    """The lines that were read so far, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None
        self.with_titles = False
        """They are of the whole project, so each says of which article."""

    def words(self, row: HistoryLine, *, named: bool = True) -> str:
        """Return what was done, and (`named`) to what."""
        assert self.scheme is not None, "a history is of a project"
        return line_words(row.deed, self.scheme, row.turns, named=named)

    def below(self, row: HistoryLine) -> str:
        """Return by whom it was done, when, and where."""
        title = isolate(row.title) if self.with_titles and row.title != row.deed.name else ""
        return " · ".join(filter(None, (isolate(row.annotator), moment(row.moment), title)))

    def shown(self, row: HistoryLine) -> str:
        return self.words(row)

    def tip(self, row: HistoryLine) -> str:
        return tip(f"{self.words(row)}\n{self.below(row)}")

    def spoken(self, row: HistoryLine, place: int) -> str:
        return tr(
            "{action}. {n} of {count}",
            action=f"{self.words(row)}. {self.below(row)}",
            n=place + 1,
            count=len(self.items),
        )


class HistoryDelegate(RowDelegate):
    """Paints a line: what was done over who did it and when. What was taken back is dim."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, two_lines_px(option.font) + 12)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: HistoryLine = index.data(ROW)
        model = index.model()
        assert isinstance(model, HistoryModel)
        inner = box.adjusted(PADDING, 4, -PADDING, -4)
        dim = QFontMetricsF(small(option.font)).height()
        done = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - dim)
        below = QRectF(inner.left(), done.bottom(), inner.width(), dim)
        way, ink = ui_direction(), self.theme.color("dim" if row.turns % 2 else "ink")
        font, said = large(option.font), model.words(row, named=False)
        # Apart from each other: a line that is cut within its isolates runs the wrong way.
        width = min(QFontMetricsF(font).horizontalAdvance(said) + 2, done.width())
        left = done.right() - width if mirrored else done.left()
        draw_line(painter, QRectF(left, done.top(), width, done.height()), said, font, ink, way)
        rest = done.adjusted(0 if mirrored else width + APART_PX, 0, -width - APART_PX if mirrored else 0, 0)
        if rest.width() > APART_PX:
            name = row.deed.name
            draw_line(painter, rest, name, font, self.theme.color("dim"), base_direction(name), way)
        draw_line(painter, below, model.below(row), small(option.font), self.theme.color("dim"), way)


class HistoryList(ChoosingList[HistoryLine]):
    """The list; `more_wanted`: a person comes near the end of what was read."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = HistoryModel()
        super().__init__("history_list", HistoryDelegate(), self.rows, parent)
        self.rows.setParent(self)
        self.verticalScrollBar().valueChanged.connect(self._ask)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these lines; the chosen one stays chosen while it is there."""
        held = self.current_row
        self.show_quietly(lines, lambda row: held is not None and row.action == held.action)

    def _ask(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - NEAR_END_PX:
            self.more_wanted.emit()
