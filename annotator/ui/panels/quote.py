"""The quotation of a mark in the document's direction: a block of lines, and a small chip that can be clicked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.domain.document import Direction
from annotator.domain.scheme import Underline
from annotator.ui.article.marks import MarkStyle
from annotator.ui.article.offsets import Utf16Map
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import isolate
from annotator.ui.panels.painting import elided, large, one_line, text_option
from annotator.ui.theme import themes

MOST_LINES = 6
LONGEST_SHOWN = 3_000
"""Code points that are laid out of a quotation: more than its lines hold."""
PAD = 10
USUAL_WIDTH_PX = 300


class QuoteBlock(QWidget):
    """A quotation on the tint of its label, at most six lines of it; the whole is its name for screen readers."""

    accessible_role = "StaticText"

    def __init__(self, text: str, direction: Direction, style: MarkStyle) -> None:
        super().__init__()
        self._text = ""
        self._direction = direction
        self._style = style
        self._heights: dict[tuple[int, str], int] = {}
        follow_size(self, large)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Quote other words."""
        said = one_line(text)
        if said[:LONGEST_SHOWN] != self._text:
            self._text = said[:LONGEST_SHOWN]
            self._heights.clear()
            self.setAccessibleName(isolate(said))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A card is asked dozens of times before it stands.
        key = width, self.font().key()
        if key not in self._heights:
            self._heights[key] = max(1, min(self._lines(width)[1], MOST_LINES)) * self._line_height() + 12
        return self._heights[key]

    def sizeHint(self) -> QSize:
        # Never by the width that it has: what it asks for must not change with what it gets.
        return QSize(200, self.heightForWidth(USUAL_WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line_height() + 12)

    def _line_height(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.18)

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        """The text laid out in lines of the block's inner width, and how many there are."""
        layout = QTextLayout(self._text, self.font())
        option = text_option(self._direction)
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 2 * PAD, 40))
            # Letters from another typeface make a line taller or lower than the font says.
            line.setPosition(QPointF(0, count * self._line_height() + (self._line_height() - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, count

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            layout, count = self._lines(self.width())
            painter.setPen(self.palette().windowText().color())
            for number in range(min(count, MOST_LINES)):
                line = layout.lineAt(number)
                if number == MOST_LINES - 1 and count > MOST_LINES:
                    self._paint_rest(painter, layout.lineAt(number).textStart(), 6 + number * self._line_height())
                else:
                    line.draw(painter, QPointF(PAD, 6))

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.fill)
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(self._style.line)
        x = box.right() - 3 if self._direction == "rtl" else box.left()
        painter.drawRoundedRect(QRectF(x, box.top(), 3, box.height()), 1.5, 1.5)

    def _paint_rest(self, painter: QPainter, start: int, y: int) -> None:
        """The last line that has room, shortened."""
        rest = self._text[Utf16Map(self._text).to_points(start) :]
        box = QRectF(PAD, y, self.width() - 2 * PAD, self._line_height())
        painter.setFont(self.font())
        painter.drawText(box, elided(rest, self.font(), box.width()), text_option(self._direction))


class Chip(QAbstractButton):
    """A mark's words in a pill of its label's colour and stroke; clicking it goes there."""

    def __init__(self, text: str, direction: Direction, style: MarkStyle) -> None:
        super().__init__()
        self._direction = direction
        self._style = style
        self.setText(one_line(text)[:LONGEST_SHOWN])
        follow_size(self, large)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_mark(self, text: str, style: MarkStyle) -> None:
        """Stand for another mark."""
        said = one_line(text)[:LONGEST_SHOWN]
        if (said, style) != (self.text(), self._style):
            self._style = style
            self.setText(said)
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(min(metrics.horizontalAdvance(self.text()), 220) + 30, metrics.height() + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            painter.setBrush(self._style.fill if self.underMouse() or self.hasFocus() else Qt.BrushStyle.NoBrush)
            painter.setPen(pill_pen(self._style.line, self._style.underline))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if self._style.underline == "double":
                inner = box.adjusted(2.5, 2.5, -2.5, -2.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
            if self.hasFocus():
                # Its own stroke tells its label; the ring around it is the same as everywhere.
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(themes().theme.color("focus"), 2))
                painter.drawRoundedRect(
                    QRectF(self.rect()).adjusted(1, 1, -1, -1), self.height() / 2, self.height() / 2
                )
            painter.setPen(self._style.line)
            option = text_option(self._direction)
            option.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box = self.text_box(box)
            painter.drawText(box, elided(self.text(), self.font(), box.width() - 16), option)

    def text_box(self, pill: QRectF) -> QRectF:
        """Return the box of the words in the pill."""
        return pill


def pill_pen(color: QColor, underline: Underline) -> QPen:
    """The outline of a chip: the stroke of its label's underline."""
    strokes = {
        "dashed": Qt.PenStyle.DashLine,
        "dotted": Qt.PenStyle.DotLine,
        "dash_dot": Qt.PenStyle.DashDotLine,
    }
    return QPen(color, 1.0 if underline == "double" else 1.4, strokes.get(underline, Qt.PenStyle.SolidLine))
