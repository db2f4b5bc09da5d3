"""The article on paper: the lines of the screen's own layout, dealt out to pages between lines, never through one.

Everything is laid out in fine pixels of its own, `PER_POINT` to a point, and scaled to the device only when it is
painted: the pages are the same on every printer, in a PDF and in a picture.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPainterStateGuard,
    QPen,
    QTextLayout,
    QTextOption,
)

from annotator.ui.article.article_snapshot import ArticleSnapshot, DrawProgress, own_font
from annotator.ui.article.page import Page
from annotator.ui.article.painting import Sheet, paint_lines
from annotator.ui.i18n import tr

PER_POINT = 4
"""Pixels to a typographic point: fine enough that letters stand where the typeface wants them."""

TEXT, TITLE, SMALL = 13.0, 17.0, 9.0
"""Sizes of the letters, in points."""

MOST_LINES = 6
"""Lines of a title or an address; what is longer has lost its way."""

TOGETHER = 2
"""Lines of a paragraph that a page's end does not part."""


class PrintPiece(msgspec.Struct, frozen=True):
    """Lines `[first, last)` of a paragraph on a page, the first of them at `y` pixels below the page's top."""

    paragraph: int
    first: int
    last: int
    y: int


def paginate(paragraphs: Iterable[Sequence[int]], gap: int, room: int, taken: int = 0) -> list[list[PrintPiece]]:
    """Deals lines out to pages.

    `paragraphs` are the heights of each one's lines, `gap` what is left between two paragraphs, `room` the height
    of a page, `taken` what stands above the text of the first one. All in pixels. No line is divided; one that is
    higher than a page has a page of its own. No line of a paragraph is left alone unless the paragraph is.
    """
    pages: list[list[PrintPiece]] = [[]]
    y = taken
    for index, lines in enumerate(paragraphs):
        first = 0
        while first < len(lines):
            count = _fitting(lines, first, room - y)
            if count == 0 and y > 0:
                pages.append([])
                y = 0
                continue
            count = max(count, 1)
            pages[-1].append(PrintPiece(index, first, first + count, y))
            y += sum(lines[first : first + count])
            first += count
        y += gap
    return pages


def _fitting(lines: Sequence[int], first: int, room: int) -> int:
    """Return the number of lines from `first` on that fit into `room`, without leaving one of them alone."""
    fit, height = 0, 0
    for line in lines[first:]:
        height += line
        if height > room:
            break
        fit += 1
    left = len(lines) - first - fit
    if not left:
        return fit
    if left < TOGETHER:
        fit = max(0, fit - (TOGETHER - left))
    return 0 if first == 0 and fit < TOGETHER else fit


class Heading(msgspec.Struct, frozen=True):
    """The heading above the text: the title in the article's direction, then a line for each fact."""

    title: str
    facts: tuple[str, ...]


class Booklet:
    """An article laid out for paper of one size. Lengths are pixels of its own, `PER_POINT` to a point."""

    def __init__(
        self, snapshot: ArticleSnapshot, heading: Heading, layout: QPageLayout, progress: DrawProgress
    ) -> None:
        """`progress` is told of paragraphs laid out and their number; what it raises ends the work."""
        room = layout.paintRect(QPageLayout.Unit.Point)
        self.width, self.height = int(room.width() * PER_POINT), int(room.height() * PER_POINT)
        self._leaf = snapshot
        self._heading = _Head(snapshot, heading, self.width)
        page = snapshot.page(self.width)
        self._scene = snapshot.scene(page, 0)
        self._sheets: list[Sheet] = []
        body = max(self.height - ceil(3 * SMALL * PER_POINT), 1)
        self.pages = paginate(self._heights(page, progress), page.type.gap, body, self._heading.height)

    def _heights(self, page: Page, progress: DrawProgress) -> Iterator[list[int]]:
        total = len(page.paragraphs)
        for index in range(total):
            progress(index, total)
            # Kept until the end: laid out again after some pages were painted, Qt may break the lines elsewhere,
            # because the widths of some glyphs (of Nastaliq) change once they were painted.
            sheet = Sheet(page.laid(index), page.strips(index), 0)
            self._sheets.append(sheet)
            yield [line.bottom - line.top for line in sheet.paragraph.lines]

    def paint(self, painter: QPainter, number: int) -> None:
        """Paints a page, counted from 0; the painter's unit is a pixel, its origin the corner inside the margins."""
        if number == 0:
            self._heading.paint(painter)
        for piece in self.pages[number]:
            sheet = self._sheets[piece.paragraph]
            top = piece.y - sheet.paragraph.lines[piece.first].top
            paint_lines(painter, self._scene, replace(sheet, top=top), range(piece.first, piece.last))
        self._paint_foot(painter, number)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        says = tr("Page {page} of {pages}", page=number + 1, pages=len(self.pages))
        block = _Block(says, _font(self._leaf.interface, SMALL), self.width, self._leaf.mirrored, _CENTER)
        block.paint(painter, self.height - block.height, self._leaf.colors.dim)


def print_booklet(
    booklet: Booklet,
    device: QPagedPaintDevice,
    pages: Sequence[int],
    progress: DrawProgress,
    give_up: Callable[[], object] = lambda: None,
) -> bool:
    """Paints these pages, counted from 0, one after the other; False if the device does not take them.

    `progress` is told of each page before it is painted; what it raises ends the work, after `give_up` had the
    occasion to keep the device from doing half of it.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        scale = device.logicalDpiX() / 72 / PER_POINT
        for place, number in enumerate(pages):
            progress(place, len(pages))
            if place and not device.newPage():
                return False
            with QPainterStateGuard(painter):
                painter.scale(scale, scale)
                booklet.paint(painter, number)
    except BaseException:
        give_up()
        raise
    finally:
        ended = painter.end()
    return ended


class _Head:
    """Title, facts, legend and a line below them."""

    def __init__(self, snapshot: ArticleSnapshot, heading: Heading, width: int) -> None:
        self._leaf, self._width = snapshot, width
        side = Qt.AlignmentFlag.AlignRight if snapshot.rtl else Qt.AlignmentFlag.AlignLeft
        title = own_font(snapshot.font, round(TITLE * PER_POINT))
        title.setWeight(QFont.Weight.Bold)
        small = _font(snapshot.interface, SMALL)
        self._blocks = [
            (_Block(heading.title, title, width, snapshot.rtl, side), snapshot.colors.ink),
            *((_Block(fact, small, width, snapshot.mirrored, side), snapshot.colors.dim) for fact in heading.facts),
        ]
        self._legend = snapshot.legend(0, len(snapshot.text), round(SMALL * PER_POINT), width)
        self._space = ceil(0.7 * SMALL * PER_POINT)
        self._rule = sum(block.height for block, _ in self._blocks) + 2 * self._space + self._legend.height
        self.height = self._rule + 2 * self._space

    def paint(self, painter: QPainter) -> None:
        y = 0
        for block, color in self._blocks:
            block.paint(painter, y, color)
            y += block.height
        self._legend.paint(painter, 0, y + self._space, self._leaf.colors.ink)
        painter.setPen(QPen(self._leaf.colors.dim, 0.5 * PER_POINT))
        painter.drawLine(QLineF(0, self._rule, self._width, self._rule))


_CENTER = Qt.AlignmentFlag.AlignHCenter


class _Block:
    """A short text over the whole width, in as many lines as it takes and `MOST_LINES` allows."""

    def __init__(self, text: str, font: QFont, width: int, rtl: bool, side: Qt.AlignmentFlag) -> None:
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        y = 0.0
        self._layout.beginLayout()
        while self._layout.lineCount() < MOST_LINES and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() + 0.15 * font.pixelSize()
        self._layout.endLayout()
        self.height = ceil(y)

    def paint(self, painter: QPainter, y: int, color: QColor) -> None:
        painter.setPen(color)
        self._layout.draw(painter, QPointF(0, y))


def _font(like: QFont, points: float) -> QFont:
    return own_font(like, round(points * PER_POINT))
