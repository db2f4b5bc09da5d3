"""The concordance: a query over the texts of the project, its filters, and the hits in their lines."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.domain.search import Query
from annotator.services.hits import DocumentHits
from annotator.ui.announcing import announce
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import tip, tr, tr_n
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import large, leading
from annotator.ui.searching.boxes import Field
from annotator.ui.searching.filters import FilterChoices, Filters
from annotator.ui.searching.hit_rows import HitList

TYPING = 200
"""Milliseconds without a key after which somebody has typed what they look for."""
EDGE = 20


class Concordance(QWidget):
    """The tab with the hits; `wanted` carries each new Query, or None while there is nothing to look for."""

    wanted = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.box = Field("project_search_box")
        follow_size(self.box, large, lines=1.6)
        self.whole, self.exact, self.teh_marbuta = _switch("whole"), _switch("exact"), _switch("teh_marbuta", on=True)
        self.regex, self.more = _switch("regex"), _switch("filters")
        for switch in (self.whole, self.exact, self.teh_marbuta, self.regex, self.more):
            # Arabic letters would make a button taller than its neighbours.
            follow_size(switch, lines=1.6)
        self.filters = Filters()
        self.filters.hide()
        self.count = QLabel()
        self.count.setObjectName("project_search_count")
        self.count.setProperty("role", "dim")
        self.list = HitList()
        self._asked: Query | None = None
        self._state: tuple[int, int, bool, bool] | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self._ask)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        switches = QWidget()
        flow = FlowLayout(switches, spacing=4)
        flow.setContentsMargins(0, 0, 0, 0)
        for switch in (self.whole, self.exact, self.teh_marbuta, self.regex, self.more):
            flow.addWidget(switch)
        told = QHBoxLayout()
        told.setContentsMargins(EDGE, 2, EDGE, 6)
        told.addWidget(self.count, 1)
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 4, EDGE, 4)
        head.setSpacing(8)
        for part in (self.box, switches, self.filters):
            head.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addLayout(told)
        lines.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.box.textChanged.connect(lambda _: self._typing.start())
        self.filters.changed.connect(self._typing.start)
        self.filters.changed.connect(self._say_more)
        for switch in (self.whole, self.exact, self.teh_marbuta, self.regex):
            switch.toggled.connect(lambda _: self._change())
        self.more.toggled.connect(self.filters.setVisible)
        self.list.opened.connect(self.opened)

    # What is looked for

    @property
    def query(self) -> Query | None:
        """Return the query as typed and switched on; None while there is nothing to look for."""
        text = self.box.text()
        if not text.strip():
            return None
        return self.filters.narrow(
            Query(
                text=text,
                whole=self.whole.isChecked(),
                exact=self.exact.isChecked(),
                teh_marbuta=self.teh_marbuta.isChecked(),
                regex=self.regex.isChecked(),
            )
        )

    def offer(self, known: FilterChoices) -> None:
        """Offer the values by which the project's search can be narrowed."""
        self.filters.offer(known)

    def begin(self, text: str) -> None:
        """Ready to type; `text`, if there is any, is looked for."""
        if text:
            self.box.setText(text)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def search_again(self) -> None:
        """Look for the same thing once more, because the texts may be others."""
        self._asked = None
        self._ask()

    def _change(self) -> None:
        self.teh_marbuta.setEnabled(not self.exact.isChecked() and not self.regex.isChecked())
        self._typing.start()

    def _ask(self) -> None:
        """Look for what is typed now, if that is something else."""
        self._typing.stop()
        query = self.query
        if query is None or query != self._asked:
            self._asked = query
            self.wanted.emit(query)

    # What came of it

    def begin_results(self, query: Query | None) -> None:
        """A search begins: what was found before is forgotten."""
        self.list.rows.set_rows([])
        self.list.set_wanted(query.text if query and not query.regex else "")
        self.tell(busy=query is not None, asked=query is not None)

    def add(self, parts: Sequence[DocumentHits]) -> None:
        """More was found, and there may be still more."""
        self.list.rows.add(parts)
        self.tell(busy=True)

    def tell(self, *, busy: bool = False, more: bool = False, asked: bool = True) -> None:
        """Say how much was found; `more` where the search stopped because there is too much."""
        rows = self.list.rows
        self._state = (len(rows.items), rows.documents, busy, more) if asked else None
        self._say_count()

    def tell_problem(self, problem: str) -> None:
        """Say what is wrong with what is looked for."""
        self._show_count(problem, warning=True)

    def _say_count(self) -> None:
        if self._state is None:
            self._show_count("")
            return
        count, articles, busy, more = self._state
        parts = [tr_n("{n} hits", count), tr_n("{n} articles", articles)] if count else []
        if busy:
            parts.append(tr("Searching…"))
        elif more:
            parts.append(tr("There is more: narrow the search"))
        elif not count:
            parts.append(tr("Nothing found"))
        self._show_count("   ·   ".join(parts), warning=not count and not busy)

    def _show_count(self, told: str, *, warning: bool = False) -> None:
        self.count.setText(leading(told))
        self.box.set_missing(warning)
        role = "warning" if warning else "dim"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().polish(self.count)
        if self._state is None or not self._state[2]:
            announce(self.box, told)

    # How it looks and speaks

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.box.name(tr("Find in all articles"))
        for switch, title, told in (
            (self.whole, tr("Whole words"), tr("Only words that stand alone, without an attached و or ال")),
            (self.exact, tr("Exact spelling"), tr("Only the same letters, with the same harakat and tatweel")),
            (self.teh_marbuta, "ة = ه", tr("Take ة and ه for the same letter")),
            (self.regex, tr("Regular expression"), tr("Take what is typed for a regular expression")),
        ):
            switch.setText(title)
            switch.setToolTip(tip(told))
            switch.setAccessibleName(title if switch is not self.teh_marbuta else told)
        self.filters.retranslate()
        self._say_more()
        self.list.retranslate()
        self._say_count()

    def _say_more(self) -> None:
        """Show the number of active filters on the switch that hides them."""
        count = self.filters.count
        self.more.setText(tr("Filters ({n})", n=count) if count else tr("Filters"))
        self.more.setAccessibleName(self.more.text())

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.hasFocus():
            # Enter looks at once; again, it goes to the first place.
            if self._typing.isActive():
                self._ask()
            else:
                self.list.open_current()
        elif event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.list.rows.items:
            self.list.show_current(max(self.list.currentIndex().row(), 0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _switch(name: str, *, on: bool = False) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"search_{name}")
    button.setCheckable(True)
    button.setChecked(on)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
