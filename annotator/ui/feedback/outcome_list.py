"""The marks with what became of them, as a list."""

import msgspec
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction
from annotator.domain.scheme import Scheme
from annotator.services.feedback import Feedback
from annotator.ui.feedback.words import ROLES, SIGNS, error_words, told
from annotator.ui.i18n import isolate, tip, tr, ui_direction
from annotator.ui.panels.choosing_list import ChoosingList, ThreeLineDelegate
from annotator.ui.panels.painting import draw_line, large, small
from annotator.ui.panels.rows import ROW, Index, RowModel

SIGN_PX = 22


class OutcomeRow(msgspec.Struct, frozen=True):
    """One mark: its feedback, and its words in the article's direction."""

    feedback: Feedback
    quote: str
    direction: Direction
    is_seen: bool = False
    waits: bool = False
    """Somebody said something about it that I have not answered."""

    @property
    def below(self) -> str:
        """Return the kind of error, who decided, whether I have understood it, and whether it waits for an answer."""
        error = error_words(self.feedback.error) if self.feedback.error else ""
        seen = tr("understood") if self.is_seen else ""
        waits = tr("waits for an answer") if self.waits else ""
        return " · ".join(filter(None, (error, isolate(self.feedback.decision.annotator), seen, waits)))


class OutcomeModel(RowModel[OutcomeRow]):
    """The marks that the filter leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None

    def told(self, row: OutcomeRow) -> str:
        """Return what became of a mark."""
        assert self.scheme is not None, "marks are of a project"
        return told(row.feedback, self.scheme)

    def shown(self, row: OutcomeRow) -> str:
        return row.quote

    def tip(self, row: OutcomeRow) -> str:
        return tip("\n".join(filter(None, (self.told(row), isolate(row.quote), row.below, row.feedback.decision.note))))

    def spoken(self, row: OutcomeRow, place: int) -> str:
        said = f"{self.told(row)}. {isolate(row.quote)}. {row.below}"
        return tr("{mark}. {n} of {count}", mark=said, n=place + 1, count=len(self.items))


class OutcomeDelegate(ThreeLineDelegate):
    """Paints a row: the sign of the outcome, what became of the mark, its words, and why."""

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: OutcomeRow = index.data(ROW)
        model = index.model()
        assert isinstance(model, OutcomeModel)
        color = self.theme.color(ROLES[row.feedback.outcome])
        left, right = (0, SIGN_PX) if mirrored else (SIGN_PX, 0)
        head, quote, below = self.lines_in(option, box, left=left, right=right)
        sign = QRectF(head.right() if mirrored else head.left() - SIGN_PX, head.top(), SIGN_PX, head.height())
        bold = QFont(option.font)
        bold.setBold(True)
        way = ui_direction()
        ink = self.theme.color("dim" if row.is_seen else "ink")
        draw_line(painter, sign, SIGNS[row.feedback.outcome], bold, color, way)
        draw_line(painter, head, model.told(row), small(bold), ink, way)
        draw_line(painter, quote, row.quote, large(option.font), ink, row.direction, way)
        draw_line(painter, below, row.below, small(option.font), self.theme.color("dim"), way)


class OutcomeList(ChoosingList[OutcomeRow]):
    """The list of marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = OutcomeModel()
        super().__init__("outcome_list", OutcomeDelegate(), self.rows, parent)
        self.rows.setParent(self)

    @property
    def current(self) -> Feedback | None:
        """Return the feedback that is chosen."""
        return None if self.current_row is None else self.current_row.feedback

    def show_rows(self, rows: list[OutcomeRow]) -> None:
        """Show these; the chosen one stays chosen while it is there."""
        held = self.current
        self.show_quietly(rows, lambda row: held is not None and row.feedback.decision.id == held.decision.id)

    def choose(self, decision_id: str) -> bool:
        """Choose the row with this decision; False if it has none."""
        ids = [row.feedback.decision.id for row in self.rows.items]
        if decision_id not in ids:
            return False
        self.setCurrentIndex(self.rows.index(ids.index(decision_id), 0))
        return True

    def step(self, by: int) -> None:
        """Choose the next row, or the one before; the last one is followed by the first."""
        count = len(self.rows.items)
        if count:
            place = self.currentIndex().row()
            place = (place + by) % count if place >= 0 else 0 if by > 0 else count - 1
            self.setCurrentIndex(self.rows.index(place, 0))
