"""Painting the page: all that lies behind the letters first, then the letters once, in one colour.

Letters never get a character format: it would break their joins, ligatures and marks.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.domain.scheme import Underline
from annotator.text.controls import find_controls
from annotator.ui.article.dressing import Strip
from annotator.ui.article.geometry import Cell
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.marks import MarkStyle, PageColors

OVERHANG = 24
"""Pixels that letters may reach out of their line; a line this near to a stale region is painted again."""

Extent = tuple[float, float]
Underliner = Callable[[QPainter, MarkStyle, QLineF, float], None]


class Sheet(msgspec.Struct, frozen=True):
    """One paragraph to paint: its strips line by line, and where it stands in the window."""

    paragraph: Paragraph
    strips: Sequence[Sequence[Strip]]
    top: int


class Scene(msgspec.Struct, frozen=True):
    """All that the painter needs to know. Offsets are code points of the whole text."""

    sheets: Sequence[Sheet]
    left: int
    colors: PageColors
    selection: tuple[int, int]
    selected_mark: str | None


def paint(painter: QPainter, scene: Scene, stale: QRect) -> None:
    """Paints what lies in `stale`."""
    painter.fillRect(stale, scene.colors.page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for sheet in scene.sheets:
        painter.translate(scene.left, sheet.top)
        top, bottom = stale.top() - sheet.top - OVERHANG, stale.bottom() - sheet.top + OVERHANG
        for place in sheet.paragraph.lines_between(top, bottom):
            _paint_behind(painter, scene, sheet.paragraph.lines[place], sheet.strips[place], sheet.paragraph)
        painter.translate(-scene.left, -sheet.top)
    painter.setPen(scene.colors.ink)
    clip = QRectF(stale.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG))
    for sheet in scene.sheets:
        sheet.paragraph.layout.draw(painter, QPointF(scene.left, sheet.top), [], clip)
    for sheet in scene.sheets:
        _paint_hidden(painter, scene, sheet)


def _paint_behind(painter: QPainter, scene: Scene, line: Line, strips: Sequence[Strip], paragraph: Paragraph) -> None:
    for strip in strips:
        chosen = strip.mark.id == scene.selected_mark
        fill = strip.mark.style.selected_fill if chosen else strip.mark.style.fill
        for box in _boxes(strip):
            painter.fillRect(box, fill)
    for left, right in selection_extents(line, paragraph, scene.selection):
        painter.fillRect(_box(left, right, line.top, line.bottom), scene.colors.selection)
    for strip in strips:
        _paint_lines(painter, strip, paragraph.type.em)
    for strip in strips:
        if strip.mark.id == scene.selected_mark:
            painter.setPen(QPen(strip.mark.style.line, max(1.0, paragraph.type.em * 0.05)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in _boxes(strip):
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)


def _boxes(strip: Strip) -> Iterable[QRectF]:
    """Behind the letters from their tops down to the mark's own underline."""
    line = strip.line
    top = line.baseline - line.ascent
    bottom = line.lane_y(strip.lane) + 1
    return [_box(left, right, top, bottom) for left, right in strip.parts]


def _box(left: float, right: float, top: float, bottom: float) -> QRectF:
    """On whole pixels: neighbours then meet without a seam, and no edge is half a colour."""
    x, y = round(left), round(top)
    return QRectF(x, y, max(2, round(right) - x), round(bottom) - y)


def selection_extents(line: Line, paragraph: Paragraph, selection: tuple[int, int]) -> list[Extent]:
    """Columns of the selection on a line; a line feed inside it shows as a small piece at the line's end."""
    start, end = selection
    extents = line.extents(start, end)
    if start <= paragraph.end < end and line is paragraph.lines[-1]:
        extents.append(line_feed_extent(line, paragraph))
    return extents


def line_feed_extent(line: Line, paragraph: Paragraph) -> Extent:
    """Where the line feed after a paragraph shows."""
    whole = line.extents(line.start, line.end)
    piece = paragraph.type.em * 0.25
    if paragraph.type.rtl:
        left = whole[0][0] if whole else paragraph.width
        return left - piece, left
    right = whole[-1][1] if whole else 0.0
    return right, right + piece


def _paint_lines(painter: QPainter, strip: Strip, em: float) -> None:
    y = strip.line.lane_y(strip.lane)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left, right in strip.parts:
        # A pixel of air, so that neighbours of one label stay two marks.
        _UNDERLINES[strip.mark.style.underline](painter, strip.mark.style, QLineF(left + 0.5, y, right - 0.5, y), em)
    pen = QPen(strip.mark.style.line, max(1.0, em * 0.04), Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1, 3])
    for left, right in strip.gaps:
        painter.setPen(pen)
        painter.drawLine(QLineF(left, y, right, y))


def _pen(style: MarkStyle, em: float, pattern: Sequence[float] = ()) -> QPen:
    pen = QPen(style.line, max(1.5, em * 0.075))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def _dashes(*pattern: float) -> Underliner:
    def draw(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
        painter.setPen(_pen(style, em, pattern))
        painter.drawLine(line)

    return draw


def _dots(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
    pen = _pen(style, em, (0.01, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(line)


def _double(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
    apart = max(1.5, em * 0.065)
    painter.setPen(QPen(style.line, max(1.0, em * 0.045), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line.translated(0, -apart))
    painter.drawLine(line.translated(0, apart))


def _wave(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
    step, rise = max(2.0, em * 0.12), max(1.2, em * 0.06)
    path = QPainterPath(line.p1())
    x, up = line.x1(), True
    while x < line.x2():
        after = min(x + step, line.x2())
        path.quadTo((x + after) / 2, line.y1() + (-2 * rise if up else 2 * rise), after, line.y1())
        x, up = after, not up
    painter.setPen(QPen(style.line, max(1.2, em * 0.055)))
    painter.drawPath(path)


_UNDERLINES: dict[Underline, Underliner] = {
    "solid": _dashes(),
    "dashed": _dashes(3.2, 2.0),
    "dash_dot": _dashes(4.0, 1.6, 1.0, 1.6),
    "dotted": _dots,
    "double": _double,
    "wavy": _wave,
}


def _paint_hidden(painter: QPainter, scene: Scene, sheet: Sheet) -> None:
    """A small flag over each hidden control; it takes no room and moves no letter."""
    paragraph = sheet.paragraph
    if paragraph.text.isascii():
        return
    em = paragraph.type.em
    painter.setPen(QPen(scene.colors.dim, max(1.0, em * 0.045)))
    painter.setBrush(scene.colors.dim)
    for control in find_controls(paragraph.text):
        line = paragraph.line_of(paragraph.start + control.offset)
        cell = line.ruler.cell_of(control.offset)
        if cell is not None:
            _paint_flag(painter, scene.left + _flag_x(cell, em), sheet.top + line.baseline - 0.72 * em, em)


def _flag_x(cell: Cell, em: float) -> float:
    """A control of its own stands at its slot; one inside a letter's grapheme (ZWNJ), at the letter's end."""
    return cell.middle if cell.right - cell.left < 0.2 * em else cell.edge(trailing=True)


def _paint_flag(painter: QPainter, x: float, y: float, em: float) -> None:
    half = 0.1 * em
    painter.drawLine(QLineF(x, y - 2 * half, x, y))
    painter.drawPolygon([QPointF(x - half, y - 3 * half), QPointF(x + half, y - 3 * half), QPointF(x, y - 1.6 * half)])


def paint_caret(painter: QPainter, box: QRectF, color: QColor) -> None:
    """The caret where the next key will start from."""
    painter.fillRect(box, color)


def paint_focus_ring(painter: QPainter, window: QRect, color: QColor) -> None:
    """Shows that keys go to the article."""
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(window).adjusted(1, 1, -1, -1))
