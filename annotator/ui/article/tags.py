"""Small tags above the lines that name the marks: overlays in room of their own, never a part of the text.

A tag stands where its mark begins to be read, on the line where it begins: at the right end in a
right-to-left article. Tags that would meet are stacked, the tag of an inner mark nearer to the letters than
that of an outer one, and every line is as much taller as its tags ask.
"""

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextOption

from annotator.ui.article.mark_layout import Strip, Tag
from annotator.ui.article.marks import Mark, PageColors
from annotator.ui.article.painting import Scene

if TYPE_CHECKING:
    from annotator.ui.article.layout import Line, Paragraph

SIZE = 0.5
"""The size of a tag's letters, in sizes of the article's."""
MIN_FONT_PX = 10
"""Pixels below which its letters cannot be read."""
WIDEST = 14
"""The most that a title may take, in sizes of its letters; a longer one is cut."""


class Tagger:
    """Measures, places and paints the tags of one page."""

    def __init__(self, font: QFont, em: float, text: str) -> None:
        """`font` is the interface's, `em` the size of the article's letters in pixels, `text` the whole article."""
        self._text = text
        self._font = QFont(font)
        self._em = max(MIN_FONT_PX, round(SIZE * em))
        self._font.setPixelSize(self._em)
        self._metrics = QFontMetricsF(self._font)
        self._titles: dict[str, tuple[str, float]] = {}
        self._pad = 0.45 * self._em
        self._gap = 0.25 * self._em
        self._height = self._metrics.height()
        self.row = ceil(self._height + self._gap)
        """Pixels from one row of tags to the next."""

    def tag(self, paragraph: "Paragraph", line: "Line", strips: Sequence[Strip]) -> None:
        """Gives a tag to each strip with which a mark begins, and the line room for its rows of tags.

        There is room for one row at least, so that the first mark of a line does not move the page.
        """
        rows: list[list[tuple[float, float]]] = [[]]
        # The shortest mark comes last in `strips`, and its tag nearest to the letters.
        for strip in reversed(strips):
            begins = line.start <= self._beginning(strip.mark) < line.end
            # It has no parts where it begins amid a grapheme that the line before shows.
            strip.tag = self._place(strip, paragraph, rows) if begins and strip.parts else None
        line.head = len(rows) * self.row + ceil(self._gap)

    def _beginning(self, mark: Mark) -> int:
        """The first code point of a mark that stands on a line; -1 if it covers only line feeds."""
        covered = (offset for start, end in mark.parts for offset in range(start, end))
        return next((offset for offset in covered if self._text[offset] != "\n"), -1)

    def _place(self, strip: Strip, paragraph: "Paragraph", rows: list[list[tuple[float, float]]]) -> Tag:
        rtl = paragraph.type.rtl
        edge = max(right for _, right in strip.parts) if rtl else min(left for left, _ in strip.parts)
        width = min(self._title(strip.mark.title)[1], paragraph.width)
        left = min(max(edge - width if rtl else edge, 0.0), paragraph.width - width)
        right = left + width
        row = 0
        while any(left < end + self._gap and begin - self._gap < right for begin, end in rows[row]):
            row += 1
            if row == len(rows):
                rows.append([])
        rows[row].append((left, right))
        return Tag(left, width, row, edge)

    def _title(self, title: str) -> tuple[str, float]:
        """Return the text of the tag for this title, and its width."""
        known = self._titles.get(title)
        if known is None:
            flat = " ".join(title.split())
            shown = self._metrics.elidedText(flat, Qt.TextElideMode.ElideRight, WIDEST * self._em)
            known = self._titles[title] = shown, ceil(self._metrics.horizontalAdvance(shown) + 2 * self._pad)
        return known

    def box(self, line: "Line", tag: Tag) -> QRectF:
        """Return the box of a tag, inside the paragraph."""
        # Above the padding, into which stacked harakat may rise.
        top = line.top + line.head - (tag.row + 1) * self.row
        return QRectF(round(tag.left), round(top), tag.width, round(self._height))

    def mark_at(self, line: "Line", strips: Sequence[Strip], point: QPointF) -> Mark | None:
        """The mark whose tag is under a point inside the paragraph."""
        found = (strip for strip in strips if strip.tag is not None and self.box(line, strip.tag).contains(point))
        return next((strip.mark for strip in found), None)

    def paint(self, painter: QPainter, scene: Scene, stale: QRect) -> None:
        """Paints the tags of the lines that show in `stale`, over everything else."""
        for sheet in scene.sheets:
            painter.translate(scene.left, sheet.top)
            paragraph = sheet.paragraph
            for place in paragraph.lines_between(stale.top() - sheet.top, stale.bottom() - sheet.top + 1):
                self.paint_line(painter, paragraph.lines[place], sheet.strips[place], scene.colors)
            painter.translate(-scene.left, -sheet.top)

    def paint_line(self, painter: QPainter, line: "Line", strips: Sequence[Strip], colors: PageColors) -> None:
        """Paints the tags of one line; the painter's origin is the paragraph's."""
        tagged = [(strip, strip.tag) for strip in strips if strip.tag is not None]
        if not tagged:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strip, tag in tagged:
            self._paint_stem(painter, line, strip, tag)
        painter.setFont(self._font)
        for strip, tag in tagged:
            self._paint_tag(painter, self.box(line, tag), strip, colors)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_stem(self, painter: QPainter, line: "Line", strip: Strip, tag: Tag) -> None:
        """From a tag down to its mark; tags in lower rows are painted over it."""
        box, half = self.box(line, tag), self._em * 0.05
        x = min(max(tag.edge, box.left() + half), box.right() - half)
        pen = QPen(strip.mark.style.line, max(1.0, 2 * half), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, box.bottom(), x, floor(line.baseline - line.ascent)))

    def _paint_tag(self, painter: QPainter, box: QRectF, strip: Strip, colors: PageColors) -> None:
        style = strip.mark.style
        pen = max(1.0, self._em * 0.09)
        painter.setPen(QPen(style.line, pen))
        round_ = 0.28 * self._em
        for brush in (QColor(colors.page), style.fill):
            painter.setBrush(brush)
            painter.drawRoundedRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), round_, round_)
        option = QTextOption(Qt.AlignmentFlag.AlignCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setPen(colors.ink)
        painter.drawText(box, self._title(strip.mark.title)[0], option)
