"""Painting the page: all that lies behind the letters first, then the letters once, in one colour.

Letters never get a character format: it would break their joins, ligatures and marks.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.article.flags import flags, paint_flags
from annotator.ui.article.glyph_runs import Extent
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.mark_layout import FILLED_LANES, Cut, Strip
from annotator.ui.article.marks import PageColors
from annotator.ui.article.shapes import paint_shape
from annotator.ui.article.underlines import Tiles, paint_gap, paint_underline, stroke_of

if TYPE_CHECKING:
    from annotator.ui.article.hits import PageHits

FOCUS_LINE_PX = 2
OVERHANG = 24
"""Pixels that letters may reach out of their line; a line this near to a stale region is painted again."""

HEAD = 1.35
"""The size of a reader's shape, in heights of a lane: those of two readers who begin together stay apart."""


_TILES = Tiles()


class Sheet(msgspec.Struct, frozen=True):
    """One paragraph to paint: its strips line by line, and where it stands in the window."""

    paragraph: Paragraph
    strips: Sequence[Sequence[Strip]]
    top: int


class TagPainter(Protocol):
    """Paints the tags of the page."""

    def paint(self, painter: QPainter, scene: "Scene", stale: QRect) -> None:
        """Paints the tags of every line that lies in `stale`."""

    def paint_line(self, painter: QPainter, line: Line, strips: Sequence[Strip], colors: PageColors) -> None:
        """Paints the tags of one line."""


class Scene(msgspec.Struct, frozen=True):
    """All that the painter needs to know. Offsets are code points of the whole text."""

    sheets: Sequence[Sheet]
    left: int
    colors: PageColors
    selection: tuple[int, int]
    selected_mark: str | None
    hovered_mark: str | None = None
    tagger: "TagPainter | None" = None
    hits: "PageHits | None" = None
    lit: frozenset[str] = frozenset()
    """Marks that stand out with the selected one."""


def paint(painter: QPainter, scene: Scene, stale: QRect, behind: Callable[[], None] | None = None) -> None:
    """Paints what lies in `stale` on a screen or into a picture; `behind` paints what else lies behind the letters."""
    _fill(painter, scene.colors.page, [stale])
    shown = [(sheet, _lines_in(sheet, stale)) for sheet in scene.sheets]
    # A letter may reach into the line above or below: all that lies behind letters comes before any of them.
    scale = _pixels_of_screen(painter)
    for sheet, places in shown:
        _paint_behind(painter, scene, sheet, places, scale)
    if behind is not None:
        behind()
    for sheet, places in shown:
        _paint_letters(painter, scene, sheet, places)
    if scene.tagger is not None:
        scene.tagger.paint(painter, scene, stale)


def paint_text(
    painter: QPainter, seen: Iterable[tuple[Paragraph, int]], left: int, colors: PageColors, stale: QRect
) -> None:
    """Paints paragraphs, given with their tops, without marks: what can be read where painting all of it failed."""
    _fill(painter, colors.page, [stale])
    painter.setPen(colors.ink)
    for paragraph, top in seen:
        painter.translate(left, top)
        for line in paragraph.lines:
            line.draw(painter)
        painter.translate(-left, -top)


def paint_lines(painter: QPainter, scene: Scene, sheet: Sheet, places: range) -> None:
    """Paints these lines of one paragraph whole and no others: for paper, whose pages end between lines.

    Uses no pixmap, so that it may paint in any thread.
    """
    _paint_behind(painter, scene, sheet, places, None)
    _paint_letters(painter, scene, sheet, places)
    if scene.tagger is not None:
        painter.translate(scene.left, sheet.top)
        for place in places:
            scene.tagger.paint_line(painter, sheet.paragraph.lines[place], sheet.strips[place], scene.colors)
        painter.translate(-scene.left, -sheet.top)


def _lines_in(sheet: Sheet, stale: QRect) -> range:
    top, bottom = stale.top() - sheet.top - OVERHANG, stale.bottom() - sheet.top + OVERHANG
    return sheet.paragraph.lines_between(top, bottom)


def _paint_letters(painter: QPainter, scene: Scene, sheet: Sheet, places: range) -> None:
    """The letters, and the flags over what shows none."""
    paragraph = sheet.paragraph
    lines = paragraph.lines[places.start : places.stop]
    painter.translate(scene.left, sheet.top)
    painter.setPen(scene.colors.ink)
    for line in lines:
        line.draw(painter)
    for line in lines:
        if paragraph.controls_of(line):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_flags(painter, flags(paragraph, line), line.baseline, paragraph.type.em, scene.colors)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.translate(-scene.left, -sheet.top)


def _paint_behind(painter: QPainter, scene: Scene, sheet: Sheet, places: range, scale: float | None) -> None:
    paragraph = sheet.paragraph
    em = paragraph.type.em
    for place in places:
        line, strips = paragraph.lines[place], sheet.strips[place]
        y = sheet.top + line.top
        painter.translate(scene.left, y)
        _paint_fills(painter, scene, strips)
        if scene.hits is not None:
            scene.hits.paint(painter, line, scene.colors)
        _paint_selection(painter, scene, line, paragraph)
        if scale is None:
            _paint_shapes(painter, strips, em)
        else:
            _paint_tiles(painter, strips, scale)
        _paint_heads(painter, strips)
        _paint_frames(painter, scene, strips, em)
        if scene.hits is not None:
            scene.hits.paint_frame(painter, line, scene.colors)
        painter.translate(-scene.left, -y)


def _paint_fills(painter: QPainter, scene: Scene, strips: Sequence[Strip]) -> None:
    last: QColor | None = None
    boxes: list[QRect] = []
    for strip in strips:
        mark = strip.mark
        chosen = mark.id in (scene.selected_mark, scene.hovered_mark) or mark.id in scene.lit
        style = mark.style
        if not chosen and (strip.lane >= FILLED_LANES or style.hollow or style.lane is not None):
            continue
        fill = style.selected_fill if chosen else style.fill
        # Neighbours of one colour go together: a call costs as much as the pixels of a word.
        if fill is not last and last is not None:
            _fill(painter, last, boxes)
            boxes = []
        last = fill
        boxes += strip.boxes
    if last is not None:
        _fill(painter, last, boxes)


def _paint_selection(painter: QPainter, scene: Scene, line: Line, paragraph: Paragraph) -> None:
    extents = selection_extents(line, paragraph, scene.selection)
    if extents:
        top, height = line.head, line.bottom - line.top - line.head
        boxes = [QRect(round(left), top, max(2, round(right) - round(left)), height) for left, right in extents]
        _fill(painter, scene.colors.selection, boxes)


def _fill(painter: QPainter, color: QColor, boxes: list[QRect]) -> None:
    """Fills rectangles. (The first `fillRect` of a process costs 1.5 ms, for all the gradients that it could take.)"""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(boxes)


def selection_extents(line: Line, paragraph: Paragraph, selection: tuple[int, int]) -> list[Extent]:
    """Columns of the selection on a line; a line feed inside it shows as a small piece at the line's end."""
    start, end = selection
    extents = line.extents(start, end) if start < line.end and line.start < end else []
    if start <= paragraph.end < end and line is paragraph.lines[-1]:
        extents.append(line_feed_extent(line, paragraph))
    return extents


def line_feed_extent(line: Line, paragraph: Paragraph) -> Extent:
    """Return the extent at which the line feed after a paragraph shows."""
    whole = line.extents(line.start, line.end)
    piece = paragraph.type.em * 0.25
    if paragraph.type.rtl:
        left = whole[0][0] if whole else paragraph.width
        return left - piece, left
    right = whole[-1][1] if whole else 0.0
    return right, right + piece


def _paint_tiles(painter: QPainter, strips: Sequence[Strip], scale: float) -> None:
    """The underlines on a screen: laid from tiles."""
    for strip in strips:
        for box, pixels in strip.cuts(scale, _cut):
            painter.drawTiledPixmap(box, pixels)


def _cut(strip: Strip, scale: float) -> list[Cut]:
    line, style = strip.line, strip.mark.style
    size, height = line.em * line.closeness, 2 * int(line.pitch / 2) + 1
    top = round(line.lane_y(strip.lane)) - line.top - height // 2
    pixels = _TILES.tile(stroke_of(style), style.line, size, height, scale)
    # A pixel of air, so that neighbours of one label stay two marks.
    cuts = [(QRect(box.x() + 1, top, box.width() - 1, height), pixels) for box in strip.boxes]
    if strip.gaps:
        pixels = _TILES.tile(None, style.line, size, height, scale)
        cuts += [(QRect(round(left), top, round(right) - round(left), height), pixels) for left, right in strip.gaps]
    return cuts


def _paint_shapes(painter: QPainter, strips: Sequence[Strip], em: float) -> None:
    """The underlines on paper: whole shapes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for strip in strips:
        line, style = strip.line, strip.mark.style
        size, y = em * line.closeness, line.lane_y(strip.lane) - line.top
        for left, right in strip.parts:
            paint_underline(painter, style, QLineF(left + 0.5, y, right - 0.5, y), size)
        for left, right in strip.gaps:
            paint_gap(painter, style, QLineF(left, y, right, y), size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_heads(painter: QPainter, strips: Sequence[Strip]) -> None:
    """The shape of its reader at the beginning of each mark that has a lane."""
    for strip in strips:
        style = strip.mark.style
        if (lane := style.lane) is not None and not style.heavy and (x := strip.head) is not None:
            line = strip.line
            center = QPointF(x, line.lane_y(strip.lane) - line.top)
            paint_shape(painter, lane.shape, center, HEAD * line.pitch, style.line)


def _paint_frames(painter: QPainter, scene: Scene, strips: Sequence[Strip], em: float) -> None:
    """A frame around the parts of the mark that is selected, and a dashed one around those that are hollow."""
    for strip in strips:
        selected = strip.mark.id == scene.selected_mark
        if selected or strip.mark.style.hollow:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dashes = Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DashLine
            painter.setPen(QPen(strip.mark.style.line, max(1.0, em * 0.05), dashes))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in strip.boxes:
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _pixels_of_screen(painter: QPainter) -> float:
    """Pixels of the screen or picture per pixel of ours."""
    return painter.device().devicePixelRatioF() * painter.worldTransform().m11()


def paint_caret(painter: QPainter, box: QRectF, color: QColor) -> None:
    """The caret where the next key will start from."""
    _fill(painter, color, [box.toRect()])


def paint_focus_line(painter: QPainter, window: QRect, color: QColor) -> None:
    """Shows that keys go to the article: a line at its head, for a frame as large as the page would shout."""
    _fill(painter, color, [QRect(window.left(), window.top(), window.width(), FOCUS_LINE_PX)])
