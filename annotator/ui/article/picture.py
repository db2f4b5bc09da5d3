"""Lines of an article as a picture, set exactly as they are on the screen and twice as fine."""

from PySide6.QtGui import QColor, QImage, QPainter

from annotator.errors import InputError
from annotator.ui.article.article_snapshot import ArticleSnapshot, DrawProgress
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.page import Page
from annotator.ui.article.painting import Sheet, paint_lines

RATIO = 2
"""Pixels of the picture to one of the screen, each way."""
MARGIN = 24
"""Pixels of the screen around the lines."""
TALLEST = 8_000
"""Pixels of the screen; with more, the programs that the picture is for would not take it."""
LEGEND_TEXT = 13


def picture(snapshot: ArticleSnapshot, start: int, end: int, width: int, progress: DrawProgress) -> QImage:
    """The lines that hold `[start, end)` (code points), `width` pixels of the screen wide, and their legend.

    `progress` is told of paragraphs painted and their number; what it raises ends the work. Raises InputError if
    the picture would be too tall to be of use.
    """
    page = snapshot.page(width)
    first, last = page.paragraphs.at(start), page.paragraphs.at(max(start, end - 1))
    sheets: list[tuple[Sheet, range]] = []
    y = MARGIN
    for index in range(first, last + 1):
        progress(index - first, last + 1 - first)
        paragraph = page.laid(index)
        places = _places(paragraph, start, end)
        lines = paragraph.lines[places.start : places.stop]
        sheets.append((Sheet(paragraph, page.strips(index), y - lines[0].top), places))
        y += lines[-1].bottom - lines[0].top + paragraph.gap
        if y > TALLEST:
            raise InputError("This is too long for a picture. Select fewer paragraphs, or save the article as a PDF.")
    return _paint(snapshot, page, sheets, y, (start, end))


def _places(paragraph: Paragraph, start: int, end: int) -> range:
    """The lines of a paragraph that hold a range which touches it."""
    lines: list[Line] = paragraph.lines
    first = lines.index(paragraph.line_of(max(start, paragraph.start)))
    last = lines.index(paragraph.line_of(min(max(start, end - 1), paragraph.end)))
    return range(first, last + 1)


def _paint(
    snapshot: ArticleSnapshot, page: Page, sheets: list[tuple[Sheet, range]], y: int, part: tuple[int, int]
) -> QImage:
    legend = snapshot.legend(*part, LEGEND_TEXT, page.width)
    height = y + legend.height + MARGIN - (0 if legend.height else page.type.gap)
    image = QImage((page.width + 2 * MARGIN) * RATIO, height * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(QColor(snapshot.colors.page))
    with QPainter(image) as painter:
        scene = snapshot.scene(page, MARGIN)
        for sheet, places in sheets:
            paint_lines(painter, scene, sheet, places)
        legend.paint(painter, MARGIN, y, snapshot.colors.ink)
    return image
