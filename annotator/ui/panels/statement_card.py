"""The statement of a claim on its card: the entry of the registry and whether the source agrees, or a way to choose."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.domain.span import Span
from annotator.domain.statement import AGREEMENTS, Agreement, Statement
from annotator.errors import MusnadError
from annotator.ui.i18n import Phrase, isolate, literal, phrase, tip, tr
from annotator.ui.panels.painting import one_line
from annotator.ui.panels.segments import SegmentRow, Segments
from annotator.ui.scheme_ids import STATE_KEY
from annotator.ui.session import Session

WIDEST_PX = 230
TITLES: dict[Agreement, Phrase] = {"yes": phrase("agrees"), "no": phrase("disagrees"), "unclear": phrase("unclear")}


class StatementCard(QWidget):
    """A line of the card: a button that asks, and below it, once there is a statement, the agreement."""

    asked = Signal()
    agreement_chosen = Signal(str)
    """An agreement; "" where choosing again took it away."""

    def __init__(self, *, fixed: bool) -> None:
        super().__init__()
        self._shown: Statement | None = None
        self._row: SegmentRow | None = None
        self.button = QToolButton()
        self.button.setObjectName("statement_card")
        self.button.clicked.connect(self.asked)
        title = QLabel(tr("Statement"))
        title.setProperty("role", "dim")
        key = QLabel(STATE_KEY)
        key.setProperty("role", "key")
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addLayout(row)
        self._say(None)
        self.setEnabled(not fixed)

    def show_statement(self, statement: Statement | None, agreement: Agreement | None) -> None:
        """Show what the claim says, and whether its source agrees; leave the focus where it is."""
        if statement != self._shown:
            self._shown = statement
            self._say(statement)
        if statement is not None and self._row is None:
            self._row = self._agreement_row()
            self._lines.addWidget(self._row)
        if self._row is not None:
            self._row.setVisible(statement is not None)
            self._row.segments.set_current(agreement)

    @property
    def agreement(self) -> Segments | None:
        """Return the buttons that say whether the source agrees, if there is a statement."""
        return self._row.segments if self._row is not None and self._shown is not None else None

    def _say(self, statement: Statement | None) -> None:
        asks = tr("What does it say?")
        words = isolate(one_line(statement.text)) if statement is not None else asks
        shown = QFontMetrics(self.button.font()).elidedText(words, Qt.TextElideMode.ElideRight, WIDEST_PX)
        self.button.setText(literal(shown))
        self.button.setToolTip(tip(statement.text if statement is not None else asks))
        if statement is not None:
            asks = tr("Says {words}. Press to link another statement", words=one_line(statement.text))
        self.button.setAccessibleName(asks)

    def _agreement_row(self) -> SegmentRow:
        choices = [(one, TITLES[one]()) for one in AGREEMENTS]
        segments = Segments(choices, None, clearable=True)
        segments.chosen.connect(self.agreement_chosen)
        return SegmentRow(tr("The source"), segments)


def statement_of(session: Session, span: Span) -> Statement | None:
    """Return the statement that a claim is linked to, if it is there and can be read."""
    if span.statement_id is not None:
        with suppress(MusnadError):
            return session.project.statement(span.statement_id)
    return None
