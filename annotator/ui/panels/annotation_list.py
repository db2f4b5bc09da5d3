"""The marks of the document on the page in reading order: what each says and which label it has."""

from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction
from annotator.domain.scheme import Label, title_in
from annotator.domain.span import Span
from annotator.ui.i18n import isolate, language, tip, tr
from annotator.ui.panels.painting import draw_line, draw_underline, large, leading, small
from annotator.ui.panels.row_icons import draw_icon
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.splice import spliced

PADDING = 10


class MarkRow(msgspec.Struct, frozen=True):
    """One mark as the list shows it."""

    span: Span
    label: Label
    text: str
    direction: Direction

    @property
    def quote(self) -> str:
        """Return the words of the mark."""
        return self.span.quote(self.text)

    @property
    def title(self) -> str:
        """The label's name in the language of the window."""
        return title_in(self.label.title, language(), self.label.key)


class AnnotationModel(RowModel[MarkRow]):
    """The marks as rows."""

    commented: frozenset[str] = frozenset()
    """The ids of the marks about which something was said that is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []

    def show_comments(self, commented: frozenset[str]) -> None:
        """Show about which marks something was said."""
        if commented != self.commented:
            self.commented = commented
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def set_rows(self, rows: Sequence[MarkRow]) -> None:
        self._ids = spliced(self.items, self._ids, rows, lambda row: row.span.id)
        super().set_rows(rows)

    def row_of(self, span_id: str | None) -> int:
        """The row of a mark, -1 if it has none."""
        with suppress(ValueError):
            return self._ids.index(span_id) if span_id is not None else -1
        return -1

    def shown(self, row: MarkRow) -> str:
        return row.quote

    def tip(self, row: MarkRow) -> str:
        return tip(self._told(row))

    def spoken(self, row: MarkRow, place: int) -> str:
        return tr("{mark}. {n} of {count}", mark=self._told(row), n=place + 1, count=len(self.items))

    def _told(self, row: MarkRow) -> str:
        """Return the label and what is marked, and whether it has comments."""
        told = f"{isolate(row.title)}: {isolate(row.quote)}"
        return tr("{mark}. It has comments", mark=leading(told)) if row.span.id in self.commented else told


class AnnotationDelegate(RowDelegate):
    """Paints a row: the label's name over its underline at the start, the quote in its own direction."""

    label_width = 0.0
    """Width of the column of labels in pixels, as the longest name of the scheme needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, QFontMetrics(large(option.font)).height() + 14)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: MarkRow = index.data(ROW)
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        width = self.label_width
        label_x = inner.right() - width if mirrored else inner.left()
        label = QRectF(label_x, inner.top(), width, inner.height())
        left, right = (0.0, width + PADDING) if mirrored else (width + PADDING, 0.0)
        self._paint_label(painter, label, row, option.font, mirrored)
        quote = inner.adjusted(left, 0, -right, 0)
        model = index.model()
        if isinstance(model, AnnotationModel) and row.span.id in model.commented:
            quote = draw_icon(painter, quote, "comment", self.theme.color("accent"), mirrored)
        draw_line(painter, quote, row.quote, large(option.font), self.theme.color("ink"), row.direction)

    def _paint_label(self, painter: QPainter, box: QRectF, row: MarkRow, font: QFont, mirrored: bool) -> None:
        style = self.theme.mark_style(row.label)
        caption = label_font(font)
        draw_line(painter, box.adjusted(0, -2, 0, -2), row.title, caption, style.line, "rtl" if mirrored else "ltr")
        width = min(QFontMetricsF(caption).horizontalAdvance(row.title), box.width())
        x = box.right() - width if mirrored else box.left()
        y = box.center().y() + QFontMetricsF(caption).height() / 2 - 0.5
        draw_underline(painter, x, y, width, style.line, style.underline)


def label_font(font: QFont) -> QFont:
    """The font of label names in lists."""
    caption = small(font)
    caption.setWeight(QFont.Weight.DemiBold)
    return caption


class AnnotationList(RowList):
    """The pane of marks; `chosen` names the mark that was clicked or walked to."""

    chosen = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._painter = AnnotationDelegate()
        super().__init__("annotation_list", self._painter, parent)
        self.rows = AnnotationModel(self)
        self.setModel(self.rows)
        self._showing = False
        self._labels: tuple[Label, ...] = ()
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        self.retranslate()

    def set_labels(self, labels: tuple[Label, ...]) -> None:
        """The labels of the scheme, whose names need a column wide enough for the longest."""
        self._labels = labels
        self.retranslate()

    def show_rows(self, rows: list[MarkRow], current: str | None) -> None:
        """Show these marks with the selected one marked, where the list was scrolled to."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self.rows.set_rows(rows)
        self.verticalScrollBar().setValue(place)
        self._showing = False
        self.show_mark(current)

    def show_mark(self, span_id: str | None) -> None:
        """Mark the row of the selected mark."""
        self._showing = True
        self.show_current(self.rows.row_of(span_id))
        self._showing = False

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Marks in this article"))
        metrics = QFontMetricsF(label_font(self.font()))
        titles = [title_in(label.title, language(), label.key) for label in self._labels]
        self._painter.label_width = min(max(map(metrics.horizontalAdvance, titles), default=0.0), 110.0)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self.rows.row(current.row()).span.id)
