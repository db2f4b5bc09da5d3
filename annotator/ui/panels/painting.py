"""Common painting of the panes: a line of text in its own direction, underlines of labels, the ring of a status."""

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
    QTextLayout,
    QTextOption,
)

from annotator.domain.document import Direction
from annotator.domain.scheme import Underline
from annotator.ui.i18n import MOST_SHOWN, ui_direction
from annotator.ui.theme import Theme
from annotator.visible import clipped

MOST_LED = 8 * MOST_SHOWN
"""Code points of a label: several names and sentences, each of which is cut for itself."""

_STROKES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
    "dash_dot": Qt.PenStyle.DashDotLine,
    "double": Qt.PenStyle.SolidLine,
    "wavy": Qt.PenStyle.SolidLine,
}
# What would make a line read as something else; the page shows overrides without their effect as well.
_OVERRIDES = {0x202D: "[LRO]", 0x202E: "[RLO]"}


def small(font: QFont) -> QFont:
    """The font of dim lines."""
    return _scaled(font, 0.9)


def large(font: QFont) -> QFont:
    """The font of titles and quotes in the panes: Arabic needs more room than Latin to be read as easily."""
    return _scaled(font, 1.15)


def two_lines_px(font: QFont) -> int:
    """Return the height of a large line over a small one."""
    return QFontMetrics(large(font)).height() + QFontMetrics(small(font)).height()


def _scaled(font: QFont, factor: float) -> QFont:
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    return copy


def leading(text: str) -> str:
    """A label's text, begun so that Qt sets it on the side where the window's language begins.

    Qt looks at the first strong letter of a label, and a file's Latin name would pull it to the other side.
    """
    return ("\u200f" if ui_direction() == "rtl" else "\u200e") + clipped(text, MOST_LED)


def text_option(direction: Direction, side: Direction | None = None) -> QTextOption:
    """Layout of a paragraph in `direction`, aligned to the side where it (or another direction) begins."""
    rtl = Qt.LayoutDirection.RightToLeft
    option = QTextOption()
    option.setTextDirection(rtl if direction == "rtl" else Qt.LayoutDirection.LeftToRight)
    edge = Qt.AlignmentFlag.AlignRight if (side or direction) == "rtl" else Qt.AlignmentFlag.AlignLeft
    # Without AlignAbsolute Qt turns left and right around in a right-to-left paragraph.
    option.setAlignment(Qt.AlignmentFlag.AlignVCenter | edge | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def draw_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    direction: Direction,
    side: Direction | None = None,
) -> None:
    """One line of text laid out in `direction`, from the side where it begins or from `side`, cut to fit the box."""
    painter.setFont(font)
    painter.setPen(color)
    line = _laid_out(text, font, box.width(), direction, side)
    painter.drawStaticText(QPointF(box.left(), floor(box.center().y() - line.size().height() / 2 + 0.5)), line)


def _laid_out(text: str, font: QFont, width: float, direction: Direction, side: Direction | None) -> QStaticText:
    """The line with its glyphs in their places: rows are painted again at every mark, and seldom say another thing."""
    key = text, font.key(), width, direction, side
    if key not in _LINES:
        if len(_LINES) >= MOST_LINES:
            _LINES.clear()
        line = _LINES[key] = QStaticText(elided(text, font, width))
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setTextOption(text_option(direction, side))
        line.setTextWidth(width)
        line.prepare(font=font)
    return _LINES[key]


MOST_LINES = 512
"""Lines that are kept laid out: more than are in sight at once."""
_LINES: dict[tuple[str, str, float, Direction, Direction | None], QStaticText] = {}


def draw_lines(painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, direction: Direction) -> None:
    """Draw a text in `direction` over two lines of a box at most, the second cut to fit; one is in the middle of it."""
    layout = QTextLayout(one_line(text), font)
    option = text_option(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(box.width())
    length = first.textLength()
    layout.endLayout()
    rest = layout.text()[length:]
    if not rest.strip():
        draw_line(painter, box, text, font, color, direction)
        return
    high = box.height() / 2
    for place, words in enumerate((layout.text()[:length], rest)):
        line = QRectF(box.left(), box.top() + place * high, box.width(), high)
        draw_line(painter, line, words, font, color, direction)


def one_line(text: str) -> str:
    """The text without its line feeds, overrides shown by name, and no longer than anyone would read."""
    return " ".join(clipped(text, MOST_SHOWN).translate(_OVERRIDES).split())


def elided(text: str, font: QFont, width: float) -> str:
    """The text on one line, overrides shown by name, with an ellipsis where it does not fit `width` pixels."""
    key = text, font.key(), width
    if key not in _ELIDED:
        if len(_ELIDED) >= MOST_ELIDED:
            _ELIDED.clear()
        flat, metrics = one_line(text), QFontMetricsF(font)
        fits = metrics.horizontalAdvance(flat) <= width
        _ELIDED[key] = flat if fits else metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width)
    return _ELIDED[key]


MOST_ELIDED = 4_096
"""Lines that are remembered: rows of lists are painted again at every mark, and seldom say another thing."""
_ELIDED: dict[tuple[str, str, float], str] = {}


def draw_underline(painter: QPainter, x: float, y: float, width: float, color: QColor, underline: Underline) -> None:
    """The underline of a label from (x, y), `width` pixels long: a sample of what the page draws under marks."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(color, 1.2 if underline == "double" else 1.8, _STROKES[underline], Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if underline == "wavy":
        painter.drawPath(_wave(x, y, width))
        return
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))
    if underline == "double":
        painter.drawLine(QPointF(x, y + 2.6), QPointF(x + width, y + 2.6))


def _wave(x: float, y: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    for step in range(1, int(width / 3) + 1):
        lift = -2.5 if step % 2 else 2.5
        path.quadTo(QPointF(x + step * 3 - 1.5, y + lift), QPointF(x + step * 3, y))
    return path


def draw_ring(painter: QPainter, center: QPointF, status: str, theme: Theme) -> None:
    """An empty ring (todo), a ring drawn three quarters round (doing), or a filled disc with a tick (done)."""
    box = QRectF(center.x() - 6, center.y() - 6, 12, 12)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == "done":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("success"))
        painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
        draw_tick(painter, center, theme.color("pane"))
        return
    painter.setPen(QPen(theme.color("outline"), 1.8))
    painter.drawEllipse(box)
    if status == "doing":
        painter.setPen(QPen(theme.color("warning"), 2.2))
        # Qt counts sixteenths of a degree, counter-clockwise from three o'clock.
        painter.drawArc(box, 90 * 16, -270 * 16)


def draw_tick(painter: QPainter, center: QPointF, color: QColor) -> None:
    """Draw a tick around a point."""
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x, y = center.x(), center.y()
    painter.drawPolyline([QPointF(x - 3, y + 0.2), QPointF(x - 0.8, y + 2.4), QPointF(x + 3.2, y - 2.2)])
