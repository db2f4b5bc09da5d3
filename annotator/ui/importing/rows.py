"""The lines of an import as rows: tick, shape of the state, title, source, day, outlet, language."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction, Document, Origin
from annotator.intake.web import is_address
from annotator.services.arrivals import Arrival, State, is_telling
from annotator.text.direction import agreed_direction
from annotator.ui.i18n import Phrase, date, isolate, number, phrase, tip, tr, tr_error
from annotator.ui.panels.about import language_title, note_told
from annotator.ui.panels.painting import draw_line, large, small, two_lines_px
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.theme import Theme

STATES: dict[State, Phrase] = {
    "new": phrase("New"),
    "near": phrase("Near-duplicate"),
    "noted": phrase("To be looked at"),
    "known": phrase("Already here"),
    "annotations": phrase("Annotations"),
    "failed": phrase("Cannot be read"),
}
"""The states with their names, in the order in which they are shown: what needs an eye has a shape of its own."""

PADDING_PX = 10
TICK_PX = 16
END_SHARE = 0.24
"""The share of a row that day and outlet take at its end."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An arrival with the choice of the user whether it comes in."""

    arrival: Arrival
    chosen: bool

    @property
    def document(self) -> Document | None:
        return self.arrival.document

    @property
    def origin(self) -> Origin:
        document = self.arrival.document
        return document.origins[0] if document is not None and document.origins else Origin()

    @property
    def title(self) -> str:
        """The title of the article, or the name of the file."""
        return self.document.title if self.document is not None else self.file

    @property
    def file(self) -> str:
        """The name of the file or address, without the folders before it."""
        source = self.arrival.source
        return source if is_address(source) or not Path(source).is_absolute() else Path(source).name


def line_of(arrival: Arrival) -> Line:
    """Return the line of an arrival; everything that can come in is chosen."""
    return Line(arrival=arrival, chosen=arrival.state != "failed")


def told(line: Line) -> str:
    """Return what is to be known of a line before it comes in; "" for nothing."""
    arrival = line.arrival
    if arrival.error is not None:
        return tr_error(arrival.error)
    if arrival.state == "known":
        return tr("The same text is in the project; it gains an origin")
    if arrival.state == "annotations":
        return tr("A dataset ({format}): its annotations come in with it", format=arrival.kind)
    parts = []
    twin = arrival.twin
    if twin is not None and line.document is not None and twin.id != line.document.id:
        parts.append(
            tr("{share} like «{title}»", share=tr("{n}%", n=number(round(twin.share * 100))), title=isolate(twin.title))
        )
    elif twin is not None:
        parts.append(tr("Others repeat it"))
    if arrival.is_visual:
        parts.append(tr("Stored in the order of the screen"))
    if arrival.state == "noted" and line.document is not None:
        parts += [note_told(note) for note in line.document.intake if is_telling(note)]
    return " · ".join(parts)


class LineModel(RowModel[Line]):
    """The lines in the order of their sources."""

    def shown(self, row: Line) -> str:
        return row.title

    def tip(self, row: Line) -> str:
        return tip("\n".join(filter(None, (isolate(row.arrival.source), told(row)))))

    def spoken(self, row: Line, place: int) -> str:
        chosen = tr("chosen") if row.chosen else tr("left out")
        parts = (STATES[row.arrival.state](), isolate(row.title), told(row), chosen)
        count = len(self.items)
        return tr("{line}. {n} of {count}", line=", ".join(filter(None, parts)), n=place + 1, count=count)


class LineDelegate(RowDelegate):
    """Paints a line in two rows of text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(300, two_lines_px(option.font) + 14)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        line: Line = index.data(ROW)
        place = _Columns(box.adjusted(PADDING_PX, 4, -PADDING_PX, -4), mirrored)
        draw_tick(painter, place.next(TICK_PX), self.theme, chosen=line.chosen, can=line.arrival.state != "failed")
        draw_state(painter, place.next(TICK_PX), line.arrival.state, self.theme)
        end = place.last(place.rest.width() * END_SHARE) if line.document is not None else None
        self._paint_words(painter, option, line, place.rest, mirrored)
        if end is not None:
            self._paint_origin(painter, option, line, end, mirrored)

    def _paint_origin(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, box: QRectF, mirrored: bool
    ) -> None:
        """Paint the day, and below it the outlet."""
        side: Direction = "rtl" if mirrored else "ltr"
        day = date(line.origin.published) if line.origin.published else "—"
        half = box.height() / 2
        for row, text in enumerate((day, line.origin.publisher or "—")):
            room = QRectF(box.left(), box.top() + row * half, box.width(), half)
            direction = agreed_direction(text) or side
            draw_line(painter, room, text, small(option.font), self.theme.color("dim"), direction, side)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, box: QRectF, mirrored: bool
    ) -> None:
        """Paint the title, and below it the source with what is to be known."""
        upper = QRectF(box.left(), box.top(), box.width(), QFontMetrics(large(option.font)).height())
        lower = QRectF(box.left(), upper.bottom(), box.width(), box.bottom() - upper.bottom())
        side: Direction = "rtl" if mirrored else "ltr"
        direction = agreed_direction(line.title) or line.arrival.direction or side
        ink = self.theme.color("ink" if line.chosen else "dim")
        draw_line(painter, upper, line.title, large(option.font), ink, direction, side)
        note = told(line)
        known = (isolate(line.file), language_title(line.document.language)) if line.document else ()
        words = " · ".join(filter(None, (note, *known) if line.arrival.state in ("near", "noted") else (*known, note)))
        color = {"failed": "danger", "noted": "warning"}.get(line.arrival.state, "dim")
        draw_line(painter, lower, words, small(option.font), self.theme.color(color), side, side)


class _Columns:
    """Takes columns from both ends of a row, in the direction of the window."""

    def __init__(self, box: QRectF, mirrored: bool) -> None:
        self.rest, self._mirrored = box, mirrored

    def next(self, width: float) -> QRectF:
        """Return a column of this width at the beginning of what is left."""
        return self._take(width, at_end=False)

    def last(self, width: float) -> QRectF:
        """Return a column of this width at the end of what is left."""
        return self._take(width, at_end=True)

    def _take(self, width: float, *, at_end: bool) -> QRectF:
        box, gap = self.rest, float(PADDING_PX)
        if at_end == self._mirrored:
            self.rest = box.adjusted(width + gap, 0, 0, 0)
            return QRectF(box.left(), box.top(), width, box.height())
        self.rest = box.adjusted(0, 0, -width - gap, 0)
        return QRectF(box.right() - width, box.top(), width, box.height())


def draw_tick(painter: QPainter, box: QRectF, theme: Theme, *, chosen: bool, can: bool) -> None:
    """Draw the box that says whether a line comes in; an empty one in grey where it cannot."""
    square = QRectF(box.center().x() - 7, box.center().y() - 7, 14, 14)
    painter.setPen(QPen(theme.color("outline" if can else "line"), 1.4))
    painter.setBrush(theme.color("accent") if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, 3, 3)
    if chosen:
        painter.setPen(QPen(theme.color("accent_ink"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = square.center().x(), square.center().y()
        painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)])


def draw_state(painter: QPainter, box: QRectF, state: State, theme: Theme) -> None:
    """Draw the shape of a state: plus, two sheets, triangle, tick, lines, cross."""
    color = theme.color({"noted": "warning", "failed": "danger", "known": "success"}.get(state, "ink"))
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = box.center().x(), box.center().y()
    for shape in _SHAPES[state]:
        points = [QPointF(x + dx, y + dy) for dx, dy in shape]
        if shape[0] == shape[-1]:
            painter.drawPolygon(QPolygonF(points))
        else:
            painter.drawPolyline(points)


_SHAPES: dict[State, Sequence[Sequence[tuple[float, float]]]] = {
    "new": (((-5, 0), (5, 0)), ((0, -5), (0, 5))),
    "near": (((-6, -6), (2, -6), (2, 2), (-6, 2), (-6, -6)), ((-2, 6), (6, 6), (6, -2))),
    "noted": (((0, -6), (6.5, 5.5), (-6.5, 5.5), (0, -6)), ((0, -2), (0, 1.5)), ((0, 3.6), (0, 3.7))),
    "known": (((-5, 0), (-1.5, 4), (5.5, -4.5)),),
    "annotations": (((-6, -5), (6, -5)), ((-6, 0), (2, 0)), ((-6, 5), (6, 5))),
    "failed": (((-5, -5), (5, 5)), ((5, -5), (-5, 5))),
}


class LineList(RowList):
    """The list; `toggled` carries the number of a row whose tick was asked for, `current_changed` the current one."""

    toggled = Signal(int)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_lines", LineDelegate(), parent)
        self.rows = LineModel(self)
        self.setModel(self.rows)
        self.selectionModel().currentChanged.connect(lambda index, _: self.current_changed.emit(index.row()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_on_tick(event.position().x()):
            self.toggled.emit(index.row())

    def _is_on_tick(self, x: float) -> bool:
        reach = 2 * PADDING_PX + TICK_PX
        return x > self.viewport().width() - reach if self.isRightToLeft() else x < reach

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
