"""One line of a concordance: what stands before a hit, the hit at the axis, what stands after it.

The line is laid out as one text, so that the letters of a hit join those around it as they do in the article; then
it is moved until the hit begins at the axis. In a right-to-left document what comes before stands at the right.
"""

from functools import lru_cache

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterStateGuard, QTextLayout, QTextLine

from annotator.domain.document import Direction
from annotator.domain.search import Hit
from annotator.text import graphemes
from annotator.ui.article.geometry import LineRuler
from annotator.ui.article.glyph_runs import LineText
from annotator.ui.article.offsets import Utf16Map
from annotator.ui.panels.painting import one_line, text_option

AHEAD = 8.0
"""Pixels that stay free at the far ends of a line."""
_WIDEST = 1e5
_EDGE = "\u2060"


class Columns(msgspec.Struct, frozen=True):
    """The place of the columns in a row, in pixels: all of it, and the middle one, where hits begin."""

    left: float
    right: float
    hit_left: float
    hit_right: float

    def axis(self, direction: Direction) -> float:
        """The x at which a hit of this direction begins."""
        return self.hit_right if direction == "rtl" else self.hit_left

    def before(self, direction: Direction) -> float:
        """Return the pixels for the words before the hit."""
        return self.right - self.hit_right if direction == "rtl" else self.hit_left - self.left

    def after(self, direction: Direction) -> float:
        """Return the pixels for the hit and the words after it."""
        return self.hit_right - self.left if direction == "rtl" else self.right - self.hit_left


def columns(box: QRectF, middle: float) -> Columns:
    """Three columns in a box, the middle one so many pixels wide (at most a third of it)."""
    middle = min(middle, box.width() / 3)
    left = box.center().x() - middle / 2
    return Columns(box.left(), box.right(), left, left + middle)


class Ground(msgspec.Struct, frozen=True):
    """The colours of a line: its letters, the words around the hit, and what lies behind the hit."""

    ink: QColor
    hit: QColor


class KwicLine:
    """A hit laid out for columns of one width; paint it as often as you like."""

    def __init__(self, hit: Hit, font: QFont, before: float, after: float) -> None:
        self.direction: Direction = hit.direction
        metrics = QFontMetricsF(font)
        whole = _flat(hit.text)
        said = shortened_after("", whole, metrics, after - AHEAD) or whole
        head = shortened_before(_flat(hit.before), metrics, before - AHEAD)
        tail = shortened_after(said, _flat(hit.after), metrics, after - AHEAD) if said == whole else ""
        text = head + said + tail
        self.layout, line = _laid_out(text, font, self.direction)
        bounds = graphemes.boundaries(text)
        units = Utf16Map(text)
        ruler = LineRuler(line, LineText(text, units, bounds, 0, len(text), self.direction == "rtl"))
        self.extents = ruler.extents(len(head), len(head) + len(said))
        self.height = line.height()

    def paint(self, painter: QPainter, box: QRectF, axis: float, ground: Ground) -> None:
        """Paint the line into a box, with the hit beginning at `axis`."""
        edges = [edge for extent in self.extents for edge in extent]
        begins = (max if self.direction == "rtl" else min)(edges, default=0.0)
        x, y = axis - begins, box.center().y() - self.height / 2
        with QPainterStateGuard(painter):
            painter.setClipRect(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground.hit)
            for left, right in self.extents:
                painter.drawRoundedRect(QRectF(x + left - 2, box.top() + 4, right - left + 4, box.height() - 8), 4, 4)
            painter.setPen(ground.ink)
            self.layout.draw(painter, QPointF(x, y))


@lru_cache(maxsize=400)
def kwic_line(hit: Hit, font: str, before: float, after: float) -> KwicLine:
    """A line of those laid out last; `font` as QFont.toString says it."""
    made = QFont()
    made.fromString(font)
    return KwicLine(hit, made, before, after)


def _flat(text: str) -> str:
    """The text on one line, with the spaces at its ends, which `one_line` would take away."""
    return one_line(f"{_EDGE}{text}{_EDGE}")[1:-1]


def _laid_out(text: str, font: QFont, direction: Direction) -> tuple[QTextLayout, QTextLine]:
    layout = QTextLayout(text, font)
    layout.setTextOption(text_option(direction, side="ltr"))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDEST)
    layout.endLayout()
    return layout, line


def shortened_before(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The end of the text, as many whole words as fit `width` pixels after an ellipsis if any are left out."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    starts = [place + 1 for place, char in enumerate(text) if char == " "]
    return next((cut for start in starts if metrics.horizontalAdvance(cut := f"…{text[start:]}") <= width), "")


def shortened_after(hit: str, text: str, metrics: QFontMetricsF, width: float) -> str:
    """The beginning of the text that follows a hit, as many whole words as fit `width` pixels together with it."""
    if metrics.horizontalAdvance(hit + text) <= width:
        return text
    ends = [place for place, char in enumerate(text) if char == " "]
    fitting = (f"{text[:end]}…" for end in reversed(ends))
    return next((cut for cut in fitting if metrics.horizontalAdvance(hit + cut) <= width), "")
