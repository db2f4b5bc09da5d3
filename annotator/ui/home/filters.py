"""The bar above the table of articles: what is shown of them, and in which order."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton

from annotator.domain.annotator import Status
from annotator.services.overview import Overview
from annotator.ui.following_size import follow_size
from annotator.ui.home.arranging import NOBODY, READER, Order, OrderKey, RowsWanted
from annotator.ui.home.words import column_title
from annotator.ui.i18n import isolate, literal, tip, tr, tr_n
from annotator.ui.panels.document_list import status_title
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.searching.boxes import Choice, DayBox, Field, together

WORDS_PX = 190
STATUSES: tuple[Status, ...] = ("todo", "doing", "done")


class FilterBar(QFrame):
    """Fields alone: `changed` when another part of the articles is wanted, or another order."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("home_filters")
        self._found: Overview | None = None
        self._columns: list[OrderKey] = []
        self.count = QLabel()
        self.count.setProperty("role", "title")
        self.words = Field("home_words")
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(WORDS_PX)
        self.status, self.reader = Choice("home_status"), Choice("home_reader")
        self.assigned, self.publisher = Choice("home_assigned"), Choice("home_publisher")
        self.since, self.until = DayBox("home_since", last=False), DayBox("home_until", last=True)
        self.undecided, self.comments = QToolButton(), QToolButton()
        self.sort, self.way = Choice("home_sort"), QToolButton()
        self.clear = QToolButton()
        self.order = Order()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.clear.setProperty("flat", True)
        for button in (self.undecided, self.comments):
            button.setCheckable(True)
        for button in (self.undecided, self.comments, self.way, self.clear):
            # Arabic letters would make a button taller than the fields beside it.
            follow_size(button, lines=1.6, more_px=2)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        flow = FlowLayout(self, spacing=6)
        flow.setContentsMargins(16, 8, 16, 8)
        days = together(self.since, self.until)
        fields = (self.count, self.words, self.status, self.reader, self.assigned, self.publisher, days)
        for widget in (*fields, self.undecided, self.comments, together(self.sort, self.way), self.clear):
            flow.addWidget(widget)

    def _connect(self) -> None:
        for choice in (self.status, self.reader, self.assigned, self.publisher):
            choice.currentIndexChanged.connect(lambda _: self._tell())
        for field in (self.words, self.since, self.until):
            field.textChanged.connect(lambda _: self._tell())
        for button in (self.undecided, self.comments):
            button.toggled.connect(lambda _: self._tell())
        self.sort.currentIndexChanged.connect(lambda _: self._ask_order(self.sort.key or "place", falling=False))
        self.way.clicked.connect(lambda: self._ask_order(self.order.key, falling=not self.order.falling))
        self.clear.clicked.connect(self.show_all)

    @property
    def wanted(self) -> RowsWanted:
        """Return what is chosen here."""
        status = self.status.key
        return RowsWanted(
            words=self.words.text(),
            status=next((one for one in STATUSES if one == status), None),
            reader=self.reader.key,
            assigned=self.assigned.key,
            publisher=self.publisher.key,
            since=self.since.day,
            until=self.until.day,
            undecided=self.undecided.isChecked(),
            comments=self.comments.isChecked(),
        )

    def show_all(self) -> None:
        """Filter nothing."""
        with QSignalBlocker(self):
            for choice in (self.status, self.reader, self.assigned, self.publisher):
                choice.setCurrentIndex(0)
            for field in (self.words, self.since, self.until):
                field.clear()
            for button in (self.undecided, self.comments):
                button.setChecked(False)
        self._tell()

    def offer(self, found: Overview, columns: Iterable[OrderKey]) -> None:
        """Offer the readers, outlets and columns that there are; what was chosen stays chosen."""
        self._found, self._columns = found, list(columns)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show this order as the one that is asked for."""
        self.order = order
        with QSignalBlocker(self.sort):
            self.sort.setCurrentIndex(max(self.sort.findData(order.key), 0))
        self._say_way()

    def show_count(self, shown: int, among: int) -> None:
        """Tell how many articles are left of all."""
        told = tr_n("{n} articles", among)
        self.count.setText(told if shown == among else tr("{shown} of {all}", shown=shown, all=told))
        self.clear.setVisible(self.wanted != RowsWanted())

    def _ask_order(self, key: OrderKey, *, falling: bool) -> None:
        self.show_order(Order(key, falling))
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _say_way(self) -> None:
        self.way.setText("▼" if self.order.falling else "▲")
        self.way.setAccessibleName(tr("Falling") if self.order.falling else tr("Rising"))
        self.way.setToolTip(tr("Turn the order round"))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.words.name(tr("Title or publisher"))
        self.since.name(tr("From day"))
        self.until.name(tr("To day"))
        self.undecided.setText(literal(tr("Open differences")))
        self.comments.setText(literal(tr("Open comments")))
        self.clear.setText(literal(tr("Show all")))
        self._say_way()
        for choice, name in (
            (self.status, tr("Status")),
            (self.reader, tr("Whose status")),
            (self.assigned, tr("Assigned to")),
            (self.publisher, tr("Publisher")),
            (self.sort, tr("Sorted by")),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(tip(name))
        if self._found is not None:
            self._offer(self._found)

    def _offer(self, found: Overview) -> None:
        people = [(who, isolate(who)) for who in found.readers if who != found.annotator]
        outlets = {line.publisher: line.publisher_rank for line in found.lines if line.publisher}
        self.status.offer(tr("Any status"), [(one, status_title(one)) for one in STATUSES])
        self.reader.offer(tr("of mine"), people)
        self.reader.setVisible(bool(people))
        mine = [(found.annotator, tr("Assigned to me"))]
        self.assigned.offer(tr("Assigned to anyone"), [*mine, *people, (NOBODY, tr("Assigned to nobody"))])
        self.publisher.offer(tr("Any publisher"), [(one, one) for one in sorted(outlets, key=lambda one: outlets[one])])
        self.publisher.setVisible(len(outlets) > 1)
        titles = [(key, _order_title(key)) for key in self._columns]
        self.sort.offer(_order_title("place"), titles)
        self.show_order(self.order)


def _order_title(key: OrderKey) -> str:
    title = column_title(key)
    return tr("Status of {who}", who=key.removeprefix(READER)) if key.startswith(READER) else title
