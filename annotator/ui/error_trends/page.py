"""The page of one's own errors over time: a table of kinds and periods, with numbers, and a bar for each share."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterStateGuard
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from annotator.services.feedback import Feedback, FeedbackPeriod, errors_by
from annotator.ui.feedback.words import error_words
from annotator.ui.i18n import date, number, tip, tr, tr_n
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segment_place import SegmentPlace
from annotator.ui.theme import themes

ROW_PX, COLUMN_PX = 40, 128
BAR_PX = 4
_SHARE = Qt.ItemDataRole.UserRole


class _Bars(QStyledItemDelegate):
    """Draws the share of a cell as a bar below its number."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        share = index.data(_SHARE)
        if share:
            box = QRectF(option.rect).adjusted(8, 0, -8, -4)
            bar = QRectF(box.left(), box.bottom() - BAR_PX, box.width() * share, BAR_PX)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(box.right())
            with QPainterStateGuard(painter):
                painter.fillRect(bar, themes().theme.color("accent"))


class ErrorsPage(QFrame):
    """Widgets alone. `closed`: Esc or the button that leads back to the article."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("errors_page")
        self.setAutoFillBackground(True)
        self._found: Sequence[Feedback] = ()
        self.period: FeedbackPeriod = "month"
        self._title, self._told = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._told.setProperty("role", "dim")
        self._told.setWordWrap(True)
        self.back = QPushButton()
        self.back.clicked.connect(self.closed)
        self.table = QTableWidget()
        self.table.setObjectName("errors_table")
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setItemDelegate(_Bars(self.table))
        self._periods = SegmentPlace()
        self._periods.chosen.connect(self._choose)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 20, 28, 20)
        lines.setSpacing(10)
        for part in (self._title, self._told):
            lines.addWidget(part)
        lines.addWidget(self._periods)
        lines.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        lines.addLayout(row)
        self.retranslate()

    def show_feedback(self, found: Sequence[Feedback]) -> None:
        """Show the errors in all that was decided about somebody's marks."""
        self._found = found
        self._fill()

    def _fill(self) -> None:
        periods = errors_by(self._found, self.period)
        every = sum(periods.values(), Counter[str]())
        kinds = [kind for kind, _ in every.most_common() if kind]
        errors = every.total() - every[""]
        self._told.setText(leading(self._summary(every[""], errors)))
        self.table.clear()
        self.table.setRowCount(len(kinds) + 1 if periods else 0)
        self.table.setColumnCount(len(periods) + 1 if periods else 0)
        if not periods:
            return
        self.table.setHorizontalHeaderLabels([*map(self._period, periods), tr("In all")])
        self.table.setVerticalHeaderLabels([*map(error_words, kinds), tr("Marks decided (n)")])
        for column, counts in enumerate((*periods.values(), every)):
            self._fill_column(column, counts, kinds)
            self.table.setColumnWidth(column, COLUMN_PX)
        for row in range(len(kinds) + 1):
            self.table.setRowHeight(row, ROW_PX)

    def _fill_column(self, column: int, counts: Mapping[str, int], kinds: Sequence[str]) -> None:
        whole = counts[""]
        for row, kind in enumerate(kinds):
            count = counts.get(kind, 0)
            told = tr_n("{count} of {n} marks ({share})", whole, count=count, share=_percent(count / whole))
            self._put(row, column, number(count), told, count / whole)
        self._put(len(kinds), column, number(whole), tr_n("{n} marks were decided", whole), 0.0)

    def _put(self, row: int, column: int, text: str, told: str, share: float) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(tip(told))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        item.setData(_SHARE, share)
        self.table.setItem(row, column, item)

    def _summary(self, whole: int, errors: int) -> str:
        if not whole:
            return tr("Nobody has reviewed your marks yet.")
        marks = tr_n("{n} marks were decided", whole)
        told = tr_n("{n} errors ({share})", errors, share=_percent(errors / whole))
        return tr("{marks}: {errors}. A bar is the share of the marks of its column.", marks=marks, errors=told)

    def _period(self, key: str) -> str:
        return date(key) if self.period == "month" else tr("Week of {day}", day=date(key))

    def _choose(self, key: str) -> None:
        self.period = "week" if key == "week" else "month"
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(leading(tr("My errors over time")))
        self.setAccessibleName(tr("My errors over time"))
        self.table.setAccessibleName(tr("Errors by kind and time"))
        self.back.setText(tr("Back to the article"))
        self._periods.show_choices(tr("By"), [("month", tr("Months")), ("week", tr("Weeks"))], self.period)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _percent(share: float) -> str:
    return tr("{percent} %", percent=round(100 * share))
