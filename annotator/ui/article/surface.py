"""The scroll area under the article view: shows the page, keeps its place, and answers where letters are.

Every offset is a code point of the text; every point and rectangle is in pixels of the viewport.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.domain.document import Direction
from annotator.ui.article import painting
from annotator.ui.article.caret import caret_at, place_of, touch_at
from annotator.ui.article.marks import Mark, PageColors, plain_colors
from annotator.ui.article.page import MARGIN, Page
from annotator.ui.article.selection import Caret, Selection, Touch
from annotator.ui.article.typefaces import article_font

if TYPE_CHECKING:
    from annotator.ui.article.frame_overlay import FrameOverlay
    from annotator.ui.article.hits import PageHits

SMALLEST, LARGEST, USUAL = 8.0, 72.0, 17.0
SIDE = 28
"""Pixels beside the column that text never enters, where the window has room for them."""
JUMP = 3
"""A scroll by more windows than this is a jump, and need not lay out what lies between."""


class ArticleSurface(QAbstractScrollArea):
    """Shows one article, its marks, a selection and a caret; does not react to the reader."""

    text_size_changed = Signal(float)
    column_changed = Signal()
    """The column of text begins elsewhere, or is wider or narrower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Of our making: to wrap the one that Qt makes, PySide would first make all classes of widgets.
        self._viewport = QWidget()
        self._viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(self._viewport)
        self.page = Page(article_font(USUAL))
        self._points = USUAL
        self._family: str | None = None
        self._column = (0, 0)
        self._telling = False
        self._kept = (0, 0, 0)
        self._colors = plain_colors()
        self._selection = Selection(0, Caret(0, "begin"))
        self._selected_mark: str | None = None
        self._hovered_mark: Mark | None = None
        self._hits: PageHits | None = None
        self._overlay: FrameOverlay | None = None
        self.shows_focus = False
        """True if the focus has a line at the head of the page, beside the caret."""

    # What is shown

    def set_article(self, text: str, direction: Direction) -> None:
        """Shows another text from its beginning, without marks."""
        self._selected_mark = self._hovered_mark = self._hits = self._overlay = None
        self.page.set_text(text, rtl=direction == "rtl")
        self._fit()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Shows exactly these marks. Giving most of the same objects again costs little."""
        place = self.top_offset()
        y = self._line_top(place)
        self.page.set_marks(marks)
        self.page.put_line_at(place, y, self.window_height)
        self._show_place()

    def set_selected_mark(self, mark_id: str | None) -> None:
        """Lets one mark stand out. None, or an id that is not here, lets none."""
        if mark_id != self._selected_mark:
            self._selected_mark = mark_id
            self.viewport().update()

    def selected_mark(self) -> str | None:
        """The id of the mark that stands out."""
        return self._selected_mark

    def set_hovered_mark(self, mark: Mark | None) -> None:
        """Lets the mark under the pointer stand out a little; paints only its lines and those of the one before."""
        before, self._hovered_mark = self._hovered_mark, mark
        if before is not mark:
            for changed in filter(None, (before, mark)):
                self.update_range(changed.start, changed.end)

    def set_hits(self, ranges: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Shows what a search found: sorted, disjoint ranges, and the place of the one that stands out."""
        from annotator.ui.article.hits import PageHits

        self._hits = PageHits(ranges, current) if ranges else None
        self.viewport().update()

    def set_overlay(self, overlay: "FrameOverlay | None") -> None:
        """Draws the roles of a frame, and letters to choose marks by; None draws neither."""
        if overlay != self._overlay:
            self._overlay = overlay
            self.viewport().update()

    @property
    def overlay(self) -> "FrameOverlay | None":
        """Return the overlay of a frame."""
        return self._overlay

    def set_tags(self, shown: bool) -> None:
        """Shows or hides a small tag above each mark that names it, and stays at the same place."""
        if shown != self.shows_tags:
            self.page.set_tags(self.font() if shown else None)
            self._fit(anew=True)

    @property
    def shows_tags(self) -> bool:
        """Return whether tags name the marks."""
        return self.page.tagger is not None

    def set_page_colors(self, colors: PageColors) -> None:
        """Paints with other colours."""
        self._colors = colors
        self.viewport().update()

    @property
    def direction(self) -> Direction:
        """The side from which the text is laid out."""
        return "rtl" if self.page.type.rtl else "ltr"

    def set_direction(self, direction: Direction) -> None:
        """Lays the same text out from the other side, and stays at the same place."""
        rtl = direction == "rtl"
        if rtl != self.page.type.rtl:
            self.page.set_direction(rtl)
            self._fit(anew=True)

    def set_text_size(self, points: float, at: QPoint | None = None) -> None:
        """Sets the text larger or smaller, in points; the line at this point, or else the first one, stays there."""
        points = min(max(points, SMALLEST), LARGEST)
        if points != self._points:
            self._points = points
            self._set_font(at)
            self.text_size_changed.emit(points)

    def text_size(self) -> float:
        """The size of the text in points."""
        return self._points

    def set_font_family(self, family: str | None) -> None:
        """Sets the text in another typeface; None, or one that is not installed, means the best one there is."""
        self._family = family
        self._set_font()

    def font_family(self) -> str | None:
        """The typeface that was chosen, None if the best one was left to be found."""
        return self._family

    def set_room(self, left: int, right: int) -> None:
        """Leaves so many pixels free at the sides; the column stands in the middle of the rest."""
        self.setViewportMargins(left, 0, right, 0)

    # Where things are

    @property
    def window_height(self) -> int:
        """The height of the viewport in pixels."""
        return self.viewport().height()

    @property
    def column_left(self) -> int:
        """The x at which the column of text begins."""
        return (self.viewport().width() - self.page.width) // 2

    def span_rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles that cover exactly the letters of `[start, end)`, one for each visual run of each line.

        A range without letters (empty, or only a line feed) answers a thin marker where it stands.
        """
        start, end = max(0, start), min(end, len(self.page.text))
        paragraphs, left = self.page.paragraphs, self.column_left
        rects: list[QRectF] = []
        for index in range(paragraphs.at(start), paragraphs.at(max(start, end - 1)) + 1):
            paragraph = self.page.laid(index)
            for line in paragraph.lines_of(start, end):
                for x0, x1 in line.extents(start, end):
                    box = QRectF(x0, line.baseline - line.ascent, x1 - x0, line.ascent + line.descent)
                    # Laying out may correct estimates above, so tops are asked for last.
                    rects.append(box.translated(left, self.page.top(index)))
        return rects or [self.caret_rect(Caret(start))]

    def caret_rect(self, caret: Caret | None = None) -> QRectF:
        """Return the rectangle of the caret, or of another one."""
        place = place_of(self.page, caret or self._selection.caret)
        line = place.line
        top = self.page.top(self.page.paragraphs.at(place.paragraph.start)) + line.baseline - line.ascent
        return QRectF(self.column_left + place.x - 1, top, 2, line.ascent + line.descent)

    def offset_at(self, point: QPoint) -> int:
        """The offset of the grapheme under a point, or of the nearest one."""
        return self.touch_at(point).start

    def touch_at(self, point: QPoint) -> Touch:
        """The grapheme under a point, or the nearest one, and how much of it lies before the point."""
        paragraph, line, _ = self.page.line_at(point.y(), self.window_height)
        return touch_at(paragraph, line, point.x() - self.column_left)

    def caret_at(self, point: QPoint) -> Caret:
        """The place between letters that is nearest to a point."""
        paragraph, line, _ = self.page.line_at(point.y(), self.window_height)
        return caret_at(paragraph, line, point.x() - self.column_left)

    def marks_at(self, point: QPoint) -> list[Mark]:
        """The marks under a point, the innermost first: over their letters, or in the lanes below them.

        On a tag, the mark that it names.
        """
        tagged = self.page.tagged_at(point.x() - self.column_left, point.y(), self.window_height)
        if tagged is not None:
            return [tagged]
        offset = self.offset_at(point)
        _, line, top = self.page.line_of(offset)
        if not top + line.top <= point.y() < top + line.bottom:
            return []
        x = point.x() - self.column_left
        hit = any(left - 2 <= x <= right + 2 for left, right in line.extents(offset, offset + 1))
        return self.page.marks.at(offset) if hit else []

    # The place on the page

    def ensure_visible(self, offset: int) -> None:
        """Scrolls so that the line of `offset` is seen, no further than it takes if it is near."""
        page, window = self.page, self.window_height
        index = page.paragraphs.at(offset)
        seen = [item for item, _, _ in page.visible(window)]
        if not seen or not seen[0] - 1 <= index <= seen[-1] + 1:
            page.put_line_at(offset, window // 3, window)
        else:
            _, line, top = page.line_of(offset)
            room = min(page.type.line_height // 2, window // 4)
            if top + line.top < 0:
                page.put_line_at(offset, room, window)
            elif top + line.bottom > window:
                page.put_line_at(offset, max(0, window - room - (line.bottom - line.top)), window)
        self._show_place()

    def shows(self, start: int, end: int) -> bool:
        """Return whether a line that holds some of `[start, end)` is in sight."""
        window = self.window_height
        return any(
            top + line.bottom > 0 and top + line.top < window
            for _, paragraph, top in self.page.visible(window)
            for line in paragraph.lines_of(max(start, paragraph.start), min(end, paragraph.end))
        )

    def top_offset(self) -> int:
        """The offset of the first line that is seen whole: give it to `scroll_to_offset` to come back."""
        for _, paragraph, top in self.page.visible(self.window_height):
            for line in paragraph.lines:
                if top + line.top >= 0:
                    return line.start
        return self.page.paragraphs.start(self.page.anchor)

    def scroll_to_offset(self, offset: int) -> None:
        """Puts the line of `offset` at the top of the window (the end of the page stays at its bottom)."""
        self.page.put_line_at(offset, 0 if offset else MARGIN, self.window_height)
        self._show_place()

    def scroll_pixels(self, pixels: int) -> None:
        """Scrolls by exactly so many pixels, as far as the page goes."""
        self.page.scroll_by(pixels, self.window_height)
        self._show_place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 (Qt passes both)
        if self._telling:
            return
        bar, window = self.verticalScrollBar(), self.window_height
        by = bar.value() - self.page.scroll
        if bar.value() == bar.maximum() and abs(by) > window:
            self.page.put_line_at(len(self.page.text), 0, window)
        elif abs(by) > JUMP * window:
            self.page.scroll_to(bar.value(), window)
        else:
            self.page.scroll_by(by, window)
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        try:
            with QPainter(self.viewport()) as painter:
                self._paint(painter, event.rect())
        except Exception:  # whatever fails, the text itself is painted
            with QPainter(self.viewport()) as painter:
                seen = ((paragraph, top) for _, paragraph, top in self.page.visible(self.window_height))
                painting.paint_text(painter, seen, self.column_left, self._colors, event.rect())
            raise

    def _paint(self, painter: QPainter, stale: QRect) -> None:
        sheets = [
            painting.Sheet(paragraph, self.page.strips(index), top)
            for index, paragraph, top in self.page.visible(self.window_height)
        ]
        scene = painting.Scene(
            sheets,
            self.column_left,
            self._colors,
            self._selection.range,
            self._selected_mark,
            self._hovered_mark.id if self._hovered_mark else None,
            self.page.tagger,
            self._hits,
            self._overlay.lit if self._overlay else frozenset(),
        )
        overlay = self._overlay
        behind = (lambda: overlay.paint_behind(painter, self)) if overlay else None
        painting.paint(painter, scene, stale, behind)
        if overlay is not None:
            overlay.paint_over(painter, self, self._colors, self.font())
        if self.hasFocus():
            painting.paint_caret(painter, self.caret_rect(), self._colors.caret)
            if self.shows_focus:
                painting.paint_focus_line(painter, self.viewport().rect(), self._colors.focus)

    def update_range(self, start: int, end: int) -> None:
        """Lets the lines that show `[start, end)` be painted again, and no others."""
        stale = QRect()
        line_height = self.page.type.line_height
        width = self.viewport().width()
        for _, paragraph, top in self.page.visible(self.window_height):
            if start <= paragraph.end and paragraph.start <= end:
                first, last = paragraph.line_of(start), paragraph.line_of(end)
                # A caret may stand at the end of the line before the one that holds its offset.
                stale |= QRect(0, top + first.top - line_height, width, last.bottom - first.top + line_height)
        room = painting.OVERHANG
        self.viewport().update(stale.adjusted(0, -room, 0, room))

    def _set_font(self, at: QPoint | None = None) -> None:
        self.page.set_font(article_font(self._points, self._family))
        self._fit(anew=True, at=at)

    def _fit(self, anew: bool = False, at: QPoint | None = None) -> None:
        """Sets the column to the comfortable measure, or to what the window has room for, and stays in place."""
        page, room = self.page, self.viewport().width()
        side = min(SIDE, room // 12)
        width = max(1, min(page.measure, room - 2 * side))
        if width != page.width or anew or page.is_new:
            self._lay_out(width, at)
        else:
            page.scroll_by(0, self.window_height)
        self._show_place()
        if self._column != (self.column_left, page.width):
            self._column = self.column_left, page.width
            self.column_changed.emit()

    def _lay_out(self, width: int, at: QPoint | None) -> None:
        """Lays the page out at this width, with the line at the point (or the first one) where it was."""
        page = self.page
        offset, y, share = (0, MARGIN, 0.0) if page.is_new else self._kept_line(at)
        page.width = width
        page.lay_out_anew()
        _, line, _ = page.line_of(offset)
        page.put_line_at(offset, round(y - share * (line.bottom - line.top)), self.window_height)
        self._kept = offset, page.anchor, page.offset_y

    def _kept_line(self, at: QPoint | None) -> tuple[int, int, float]:
        """Return the anchor to keep: an offset, a height in the window, and the share of the offset's line above it."""
        if at is not None:
            _, line, top = self.page.line_at(at.y(), self.window_height)
            share = (at.y() - top - line.top) / (line.bottom - line.top)
            return self.offset_at(at), at.y(), min(max(share, 0.0), 1.0)
        offset, *place = self._kept
        # Letters move from line to line with each width: who drags the window's edge must not drift away.
        if place != [self.page.anchor, self.page.offset_y]:
            offset = self.top_offset()
        return offset, self._line_top(offset), 0.0

    def _line_top(self, offset: int) -> int:
        _, line, top = self.page.line_of(offset)
        return top + line.top

    def _show_place(self) -> None:
        """Tells the scroll bar where the page is; it must not answer by scrolling."""
        bar = self.verticalScrollBar()
        # Not by blocking its signals: a range that changes has the bar shown or hidden.
        self._telling = True
        bar.setRange(0, max(0, self.page.height - self.window_height))
        bar.setPageStep(self.window_height)
        bar.setSingleStep(max(1, self.page.type.line_height // 2))
        bar.setValue(self.page.scroll)
        self._telling = False
        self.viewport().update()
