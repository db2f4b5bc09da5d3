"""The article as a tall page of which only what is seen is laid out.

Heights of paragraphs that nobody saw yet are estimates. The place on the page is therefore kept as an
*anchor*, a paragraph and the pixels between its top and the top of the window: correcting an estimate moves
the scroll bar, never the text under the reader's eyes, and a jump to an offset is exact.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF

from annotator.text import graphemes
from annotator.ui.article.layout import Line, Paragraph, Typography, typography
from annotator.ui.article.mark_index import MarkIndex, changed
from annotator.ui.article.mark_layout import Strip, dress, dress_again
from annotator.ui.article.marks import Mark
from annotator.ui.article.paragraphs import Heights, Paragraphs
from annotator.ui.guard import report

if TYPE_CHECKING:
    from annotator.ui.article.tags import Tagger

MARGIN = 28
"""Pixels above the first line and below the last."""

KEPT_LAYOUTS = 240
SAMPLE = 1_000
"""Characters whose mean width is the width of a letter; measuring four times as many costs 1 ms more at opening."""


class Page:
    """A text, its marks and its place in the window. Offsets are code points, lengths pixels."""

    def __init__(self, font: QFont) -> None:
        self.text = ""
        self.paragraphs = Paragraphs("")
        self.marks = MarkIndex()
        self._given: list[Mark] = []
        self.type: Typography = typography(font, rtl=True)
        self.width = 1
        self.anchor = 0
        self.offset_y = -MARGIN
        self.is_new = True
        """True until this text is laid out for the first time: then there is no scroll position to keep."""
        self.tagger: Tagger | None = None
        """Names the marks in small tags above the lines."""
        self._tag_font: QFont | None = None
        self._letter = 1.0
        self._heights = Heights([0])
        self._laid: OrderedDict[int, Paragraph] = OrderedDict()
        self._dressed: dict[int, list[list[Strip]]] = {}

    # What is on the page

    def set_text(self, text: str, rtl: bool) -> None:
        """Shows another text from its beginning, without marks."""
        self.text = text
        self.paragraphs = Paragraphs(text)
        self.marks = MarkIndex()
        self._given = []
        self.type = typography(self.type.font, rtl)
        self._letter = _letter_width(self.type.font, text)
        self.set_tags(self._tag_font)
        self.anchor, self.offset_y = 0, -MARGIN
        self.is_new = True

    def set_font(self, font: QFont) -> None:
        """Sets the text in another font or size. Call `lay_out_anew` when the width is known again."""
        self.type = typography(font, self.type.rtl)
        self._letter = _letter_width(font, self.text)
        self.set_tags(self._tag_font)

    def set_tags(self, font: QFont | None) -> None:
        """Names the marks in small tags set in this font, None: in none. Call `lay_out_anew` afterwards."""
        self._tag_font, self.tagger = font, None
        if font is not None:
            # Most people never see a tag.
            from annotator.ui.article.tags import Tagger

            self.tagger = Tagger(font, self.type.em, self.text)

    def set_direction(self, rtl: bool) -> None:
        """Sets the text from the other side. Call `lay_out_anew` afterwards."""
        self.type = typography(self.type.font, rtl)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Makes the marks exactly these. Costs little when few of them changed."""
        marks = list(marks)
        put, drop = changed(self._given, marks)
        self._given = marks
        if len(put) + len(drop) > max(64, len(self.marks) // 8):
            self.marks = MarkIndex(marks)
            self._dressed.clear()
            return
        for mark in drop:
            self.marks.drop(mark.id)
        for mark in put:
            self.marks.put(mark)
        if put or drop:
            self._dress_again([*put, *drop])

    def _dress_again(self, marks: Sequence[Mark]) -> None:
        """Dresses the lines of these marks anew, in paragraphs that are laid out."""
        for index, dressed in self._dressed.items():
            paragraph = self._laid[index]
            here = [mark for mark in marks if mark.start < paragraph.end and paragraph.start < mark.end]
            if here:
                dress_again(paragraph, dressed, here, self.marks.touching, self.tagger)
                self._heights.set(index, paragraph.height)

    @property
    def measure(self) -> int:
        """The width of a comfortable line: about 72 characters of this text."""
        return ceil(72 * self._letter)

    def lay_out_anew(self) -> None:
        """Forgets every layout: the width, the font or the text changed."""
        self.is_new = False
        self._laid.clear()
        self._dressed.clear()
        letters = max(1.0, self.width / self._letter)
        line, gap = self.type.line_height + (self.tagger.row if self.tagger else 0), self.type.gap
        self._heights = Heights(max(1, ceil(length / letters)) * line + gap for length in self.paragraphs.lengths())

    def laid(self, index: int) -> Paragraph:
        """A paragraph laid out, with its marks and its true height."""
        paragraph = self._laid.get(index)
        if paragraph is None:
            paragraphs = self.paragraphs
            text, start, goes_on = paragraphs.text_of(index), paragraphs.start(index), paragraphs.continues(index + 1)
            paragraph = Paragraph(text, start, self.width, self.type, goes_on=goes_on)
            self._laid[index] = paragraph
            self._dressed.pop(index, None)
            if len(self._laid) > KEPT_LAYOUTS:
                self._dressed.pop(self._laid.popitem(last=False)[0], None)
        else:
            self._laid.move_to_end(index)
        if index not in self._dressed:
            self._dressed[index] = self._dress(paragraph)
            self._heights.set(index, paragraph.height)
        return paragraph

    def _dress(self, paragraph: Paragraph) -> list[list[Strip]]:
        try:
            return dress(paragraph, self.marks.touching, self.tagger)
        except Exception as error:  # a fault in one mark must not take the text away
            report(error)
            return [[] for _ in paragraph.lines]

    def strips(self, index: int) -> list[list[Strip]]:
        """Return the strips of marks on each line of a paragraph."""
        self.laid(index)
        return self._dressed[index]

    # Where it is in the window

    @property
    def height(self) -> int:
        """The height of the whole page: exact where it was seen, estimated elsewhere."""
        return self._heights.total + 2 * MARGIN

    @property
    def scroll(self) -> int:
        """Pixels from the top of the page to the top of the window."""
        return self._heights.before(self.anchor) + self.offset_y + MARGIN

    def top(self, index: int) -> int:
        """Return the y at which a paragraph begins, from the top of the window."""
        return self._heights.before(index) - self._heights.before(self.anchor) - self.offset_y

    def scroll_by(self, pixels: int, window: int) -> None:
        """Moves by exactly so many pixels; what lies between is laid out."""
        self.offset_y += pixels
        self._settle(window)

    def scroll_to(self, y: int, window: int) -> None:
        """Jumps to a place that is only as exact as the estimates (the scroll bar was dragged)."""
        self.anchor = self._heights.at(y - MARGIN)
        self.offset_y = y - MARGIN - self._heights.before(self.anchor)
        self._settle(window)

    def put_line_at(self, offset: int, y: int, window: int) -> None:
        """Brings the top of the line that holds `offset` to `y` in the window, exactly."""
        self.anchor = self.paragraphs.at(offset)
        self.offset_y = self.laid(self.anchor).line_of(offset).top - y
        self._settle(window)

    def visible(self, window: int) -> Iterator[tuple[int, Paragraph, int]]:
        """Index, paragraph and top of each paragraph that shows in a window of this height."""
        index, y = self.anchor, -self.offset_y
        while index < len(self.paragraphs) and y < window:
            paragraph = self.laid(index)
            yield index, paragraph, y
            y += paragraph.height
            index += 1

    def line_of(self, offset: int) -> tuple[Paragraph, Line, int]:
        """The paragraph and line that hold `offset`, and the paragraph's top in the window."""
        index = self.paragraphs.at(offset)
        paragraph = self.laid(index)
        return paragraph, paragraph.line_of(offset), self.top(index)

    def line_at(self, y: int, window: int) -> tuple[Paragraph, Line, int]:
        """The paragraph and line at `y` in the window (the nearest), and the paragraph's top."""
        found = next(((item, top) for _, item, top in self.visible(window) if y < top + item.height), None)
        if found is None:
            index = len(self.paragraphs) - 1
            found = self.laid(index), self.top(index)
        paragraph, top = found
        return paragraph, paragraph.line_at(y - top), top

    def tagged_at(self, x: int, y: int, window: int) -> Mark | None:
        """The mark whose tag is at `y` in the window and `x` in the column, if there is one."""
        if self.tagger is None:
            return None
        paragraph, line, top = self.line_at(y, window)
        strips = self.strips(self.paragraphs.at(paragraph.start))[paragraph.lines.index(line)]
        return self.tagger.mark_at(line, strips, QPointF(x, y - top))

    def _settle(self, window: int) -> None:
        """Makes the anchor the paragraph at the window's top, and keeps the window on the page."""
        self._walk()
        bottom = self._room_below(window)
        if bottom > 0:
            self.offset_y -= bottom
            self._walk()
        if self.anchor == 0 and self.offset_y < -MARGIN:
            self.offset_y = -MARGIN

    def _walk(self) -> None:
        while self.offset_y < 0 and self.anchor > 0:
            self.anchor -= 1
            self.offset_y += self.laid(self.anchor).height
        last = len(self.paragraphs) - 1
        while self.anchor < last and self.offset_y >= (height := self.laid(self.anchor).height):
            self.offset_y -= height
            self.anchor += 1

    def _room_below(self, window: int) -> int:
        """Pixels of the window that would lie below the page's end."""
        end = -self.offset_y
        for index, paragraph, top in self.visible(window):
            end = top + paragraph.height
            if index == len(self.paragraphs) - 1:
                return window - MARGIN - end
        return min(0, window - MARGIN - end)


def _letter_width(font: QFont, text: str) -> float:
    """The mean advance of a letter of this text, in pixels. Harakat have no width and are no letters."""
    sample = text[:SAMPLE].replace("\n", " ") or "اوبتن"
    letters = len(graphemes.boundaries(sample)) - 1
    return max(1.0, QFontMetricsF(font).horizontalAdvance(sample) / letters)
