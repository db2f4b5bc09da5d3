"""Statements as rows: what is said over who said it, about whom, when and where."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.attribution import Attribution
from annotator.domain.document import Direction
from annotator.domain.scheme import Scheme
from annotator.ui.i18n import date, isolate, tip, tr
from annotator.ui.panels.painting import draw_line, large, small
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel
from annotator.ui.searching.stances import SIDE, Stance, paint_stance, stance_title, stances

PADDING = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StatementModel(RowModel[Attribution]):
    """The statements as they were answered, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None

    def shown(self, row: Attribution) -> str:
        return row.quote

    def tip(self, row: Attribution) -> str:
        return tip(f"{isolate(row.quote)}\n{self.about(row)}")

    def spoken(self, row: Attribution, place: int) -> str:
        del place
        return f"{isolate(row.quote)}. {self.about(row)}"

    def about(self, one: Attribution) -> str:
        """Return the day, the source and the target, the stance and the article, in words."""
        stance = stance_title(self.scheme, one.stance) if self.scheme and one.stance else ""
        parts = (date(one.date) if one.date else "", told(one), stance, isolate(one.title))
        return "   ·   ".join(filter(None, parts))


def told(one: Attribution) -> str:
    """Return the source and the target in words."""
    speakers = list(one.sources) or tr("nobody named")
    if not one.targets:
        return tr("{speakers}", speakers=speakers)
    return tr("{speakers} about {targets}", speakers=speakers, targets=list(one.targets))


class StatementDelegate(RowDelegate):
    """Paints a row: the swatch of its stance where the window begins, two lines beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, self._quote_height(option) + QFontMetrics(small(option.font)).height() + 14)

    def _quote_height(self, option: QStyleOptionViewItem) -> int:
        return QFontMetrics(large(option.font)).height() + 2

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        one: Attribution = index.data(ROW)
        model = index.model()
        assert isinstance(model, StatementModel)
        inner = box.adjusted(PADDING, 5, -PADDING, -5)
        height = self._quote_height(option)
        x = inner.right() - SIDE if mirrored else inner.left()
        swatch = QRectF(x, inner.top() + (height - SIDE) / 2, SIDE, SIDE)
        order: list[Stance] = stances(model.scheme) if model.scheme else []
        place = order.index(one.stance) if one.stance is not None and one.stance in order else None
        paint_stance(painter, swatch, place, self.theme)
        room = SIDE + PADDING
        text = inner.adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
        side: Direction = "rtl" if mirrored else "ltr"
        quote = QRectF(text.left(), text.top(), text.width(), height)
        draw_line(painter, quote, one.quote, large(option.font), self.theme.color("ink"), one.direction, side)
        below = QRectF(text.left(), quote.bottom(), text.width(), text.bottom() - quote.bottom())
        draw_line(painter, below, model.about(one), small(option.font), self.theme.color("dim"), side)


class StatementList(RowList):
    """The list of statements; `opened` carries the one that the person wants to read in its article."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("statement_list", StatementDelegate(), parent)
        self.rows = StatementModel(self)
        self.setModel(self.rows)
        self.clicked.connect(lambda index: self.opened.emit(self.rows.items[index.row()]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _ENTER and row >= 0:
            self.opened.emit(self.rows.items[row])
        else:
            super().keyPressEvent(event)
