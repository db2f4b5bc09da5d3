"""The scroll area under the article view: shows the page, keeps its place, and answers where letters are.

Every offset is a code point of the text; every point and rectangle is in pixels of the viewport.
"""

from collections.abc import Sequence

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

SMALLEST, LARGEST, USUAL = 8.0, 72.0, 17.0
SIDE = 28
"""Pixels beside the column that text never enters, where the window has room for them."""
JUMP = 3
"""A scroll by more windows than this is a jump, and need not lay out what lies between."""


class ArticleSurface(QAbstractScrollArea):
    """Shows one article, its marks, a selection and a caret; does not react to the reader."""

    text_size_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.page = Page(article_font(USUAL))
        self._points = USUAL
        self._family: str | None = None
        self._colors = plain_colors()
        self._selection = Selection(0, Caret(0, "begin"))
        self._selected_mark: str | None = None
        self.shows_focus = False
        """Whether the focus has a ring around the page, beside the caret."""

    # What is shown

    def set_article(self, text: str, direction: Direction) -> None:
        """Shows another text from its beginning, without marks."""
        self._selected_mark = None
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

    def set_page_colors(self, colors: PageColors) -> None:
        """Paints with other colours."""
        self._colors = colors
        self.viewport().update()

    def set_text_size(self, points: float) -> None:
        """Sets the text larger or smaller, in points, and stays at the same place."""
        points = min(max(points, SMALLEST), LARGEST)
        if points != self._points:
            self._points = points
            self._set_font()
            self.text_size_changed.emit(points)

    def text_size(self) -> float:
        """The size of the text in points."""
        return self._points

    def set_font_family(self, family: str | None) -> None:
        """Sets the text in another typeface; None, or one that is not installed, means the best one there is."""
        self._family = family
        self._set_font()

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
        """Where the caret is drawn, or where another one would be."""
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
        """The marks under a point, the innermost first: over their letters, or in the lanes below them."""
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
        painter = QPainter(self.viewport())
        sheets = [
            painting.Sheet(paragraph, self.page.strips(index), top)
            for index, paragraph, top in self.page.visible(self.window_height)
        ]
        scene = painting.Scene(sheets, self.column_left, self._colors, self._selection.range, self._selected_mark)
        painting.paint(painter, scene, event.rect())
        if self.hasFocus():
            painting.paint_caret(painter, self.caret_rect(), self._colors.caret)
            if self.shows_focus:
                painting.paint_focus_ring(painter, self.viewport().rect(), self._colors.focus)

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

    def _set_font(self) -> None:
        self.page.set_font(article_font(self._points, self._family))
        self._fit(anew=True)

    def _fit(self, anew: bool = False) -> None:
        """Sets the column to the comfortable measure, or to what the window has room for, and stays in place."""
        page, room = self.page, self.viewport().width()
        side = min(SIDE, room // 12)
        width = max(1, min(page.measure, room - 2 * side))
        if width != page.width or anew or page.is_new:
            place = 0 if page.is_new else self.top_offset()
            page.width = width
            page.lay_out_anew()
            page.put_line_at(place, 0 if place else MARGIN, self.window_height)
        else:
            page.scroll_by(0, self.window_height)
        self._show_place()

    def _line_top(self, offset: int) -> int:
        _, line, top = self.page.line_of(offset)
        return top + line.top

    def _show_place(self) -> None:
        """Tells the scroll bar where the page is; it must not answer by scrolling."""
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, max(0, self.page.height - self.window_height))
        bar.setPageStep(self.window_height)
        bar.setSingleStep(max(1, self.page.type.line_height // 2))
        bar.setValue(self.page.scroll)
        bar.blockSignals(False)
        self.viewport().update()
