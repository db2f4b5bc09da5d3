"""The painting of the table of articles."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.document import Direction
from annotator.services.overview import ArticleLine
from annotator.text.direction import base_direction
from annotator.ui.home.arranging import READER
from annotator.ui.home.rows import LINE, ArticleModel
from annotator.ui.home.words import NOTHING, cell_text
from annotator.ui.i18n import MOST_SHOWN
from annotator.ui.panels.painting import draw_line, draw_ring, draw_tick, large
from annotator.ui.panels.rows import Index
from annotator.ui.theme import Theme, themes

if TYPE_CHECKING:
    from annotator.services.comparing import Standing

CHECK_PX = 34
"""Pixels at the start of a row that tick it."""
PADDING_PX = 8
BAR_PX = 42
LOW_ALPHA = 0.667
"""The α below which Krippendorff calls a conclusion unsafe."""


class ArticleCells(QStyledItemDelegate):
    """Paints titles and outlets as their text runs, a ring for each reader, a bar for agreement."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ArticleModel)
        line: ArticleLine = index.data(LINE)
        key, theme, box = model.columns[index.column()], themes().theme, QRectF(option.rect)
        side: Direction = "rtl" if option.direction == Qt.LayoutDirection.RightToLeft else "ltr"
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_ground(painter, option, theme, ticked=line.id in model.ticked)
            inner = box.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
            if key == "title":
                self._paint_title(painter, option, inner, line, model, side)
            elif key.startswith(READER):
                _paint_reader(painter, box.center(), line, key.removeprefix(READER), theme)
            elif key == "agreement":
                _paint_agreement(painter, option, inner, line, model.standings.get(line.id), side)
            else:
                self._paint_words(painter, option, inner, index, key, side)

    def _paint_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        line: ArticleLine,
        model: ArticleModel,
        side: Direction,
    ) -> None:
        is_ticked, shift = line.id in model.ticked, CHECK_PX - PADDING_PX
        x = box.right() - 8 if side == "rtl" else box.left() + 8
        _paint_check(painter, QPointF(x, box.center().y()), themes().theme, ticked=is_ticked)
        words = box.adjusted(0, 0, -shift, 0) if side == "rtl" else box.adjusted(shift, 0, 0, 0)
        direction = line.direction or base_direction(line.title[:MOST_SHOWN])
        draw_line(painter, words, line.title, large(option.font), themes().theme.color("ink"), direction, side)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        index: Index,
        key: str,
        side: Direction,
    ) -> None:
        text = str(index.data() or "")
        theme = themes().theme
        color = theme.color("ink") if key in ("marks", "differences") and text != NOTHING else theme.color("dim")
        direction = base_direction(text) if key == "publisher" else side
        draw_line(painter, box, text, option.font, color, direction, side)


def _paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    theme: Theme,
    *,
    ticked: bool,
) -> None:
    """Paint what tells ticks and the current row, whose frame runs round the whole of it."""
    box = QRectF(option.rect)
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    if ticked or is_current:
        painter.fillRect(box, theme.color("selection" if ticked else "hover"))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right() + 1, box.bottom()))
    table = option.widget
    if is_current and table is not None and table.hasFocus():
        painter.setPen(QPen(theme.color("focus"), 2))
        for y in (box.top() + 1, box.bottom() - 1):
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right() + 1, y))


def _paint_check(painter: QPainter, center: QPointF, theme: Theme, *, ticked: bool) -> None:
    box = QRectF(center.x() - 7, center.y() - 7, 14, 14)
    painter.setPen(QPen(theme.color("accent" if ticked else "outline"), 1.2))
    painter.setBrush(theme.color("accent") if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ticked:
        draw_tick(painter, center, theme.color("accent_ink"))


def _paint_reader(painter: QPainter, center: QPointF, line: ArticleLine, who: str, theme: Theme) -> None:
    """Paint the ring of a reader's status, and a dot for who is not to read it."""
    if who in line.statuses or who in line.assigned:
        draw_ring(painter, center, line.statuses.get(who, "todo"), theme)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("border"))
    painter.drawEllipse(center, 1.5, 1.5)


def _paint_agreement(
    painter: QPainter,
    option: QStyleOptionViewItem,
    box: QRectF,
    line: ArticleLine,
    standing: "Standing | None",
    side: Direction,
) -> None:
    theme, alpha = themes().theme, None if standing is None else standing.alpha
    text = cell_text(line, "agreement", standing)
    draw_line(painter, box, text, option.font, theme.color("dim" if alpha is None else "ink"), side, side)
    if alpha is not None:
        _paint_bar(painter, box, alpha, side)


def _paint_bar(painter: QPainter, box: QRectF, alpha: float, side: Direction) -> None:
    """Paint α as a bar at the end of a box; a low one is told by its strokes, and not by its colour alone."""
    theme = themes().theme
    bar = QRectF(0, box.center().y() - 2, BAR_PX, 4)
    bar.moveLeft(box.left() if side == "rtl" else box.right() - BAR_PX)
    painter.fillRect(bar, theme.color("line"))
    length = BAR_PX * min(max(alpha, 0.0), 1.0)
    filled = QRectF(bar.right() - length if side == "rtl" else bar.left(), bar.top(), length, bar.height())
    pen = QPen(theme.color("accent"), bar.height(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if alpha < LOW_ALPHA:
        pen.setColor(theme.color("warning"))
        pen.setDashPattern([0.8, 0.6])
    painter.setPen(pen)
    painter.drawLine(QPointF(filled.left(), filled.center().y()), QPointF(filled.right(), filled.center().y()))
