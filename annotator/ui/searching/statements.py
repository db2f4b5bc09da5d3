"""The page of statements: all of them over time, of those who are chosen, and a chart of their stances."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from annotator.domain.attribution import Asked, Attribution
from annotator.ui.announcing import announce
from annotator.ui.i18n import tip, tr, tr_n
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import leading
from annotator.ui.searching.boxes import ActorBox, Choice, DayBox, together
from annotator.ui.searching.concordance import EDGE
from annotator.ui.searching.filters import FilterChoices
from annotator.ui.searching.speakers import Speakers
from annotator.ui.searching.stance_chart import StanceChart
from annotator.ui.searching.stances import stance_title, stances
from annotator.ui.searching.statement_rows import StatementList
from annotator.ui.theme import themes


class StatementsPane(QWidget):
    """The tab with the statements; `wanted` carries each new Asked, None until the project's actors are offered."""

    wanted = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._known: FilterChoices | None = None
        self._count: int | None = None
        self.source, self.target = ActorBox("statement_source"), ActorBox("statement_target")
        for box in (self.source, self.target):
            box.setFixedWidth(210)
        self.stance, self.annotator = Choice("statement_stance"), Choice("statement_annotator")
        self.since, self.until = DayBox("statement_since", last=False), DayBox("statement_until", last=True)
        self.once = QCheckBox()
        self.once.setObjectName("statement_once")
        self.count = QLabel()
        self.count.setObjectName("statement_count")
        self.count.setProperty("role", "dim")
        self.count.setContentsMargins(EDGE, 2, EDGE, 6)
        self.speakers = Speakers()
        self.chart = StanceChart()
        self.chart.hide()
        self.list = StatementList()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        fields = QWidget()
        flow = FlowLayout(fields, spacing=6)
        flow.setContentsMargins(EDGE, 4, EDGE, 6)
        for field in (self.source, self.target, self.stance, self.annotator, together(self.since, self.until)):
            flow.addWidget(field)
        flow.addWidget(self.once)
        drawn = QVBoxLayout()
        drawn.setContentsMargins(EDGE - 8, 0, EDGE - 8, 8)
        drawn.addWidget(self.chart)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(fields)
        lines.addWidget(self.count)
        lines.addWidget(self.speakers)
        lines.addLayout(drawn)
        lines.addWidget(self.list, 1)

    def _connect(self) -> None:
        for box in (self.source, self.target):
            box.changed.connect(self.ask)
        for choice in (self.stance, self.annotator):
            choice.currentIndexChanged.connect(lambda _: self.ask())
        for day in (self.since, self.until):
            day.textChanged.connect(lambda _: self.ask())
        self.once.toggled.connect(lambda _: self.ask())
        self.list.opened.connect(self.opened)
        self.speakers.chosen.connect(self._choose_speaker)
        themes().changed.connect(self.chart.update)

    def offer(self, known: FilterChoices) -> None:
        """Offer the project's actors; a choice that was made stays."""
        self._known = known
        for box in (self.source, self.target):
            box.look_in(known.find_actors)
        self.retranslate()

    def begin(self) -> None:
        """Ready to choose; what was chosen is asked anew, for there may be other marks by now."""
        self.source.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask()

    @property
    def asked(self) -> Asked | None:
        """The question as it is chosen, at first for everything; None until the project's actors are offered."""
        if self._known is None:
            return None
        return Asked(
            source=self.source.actor_id,
            target=self.target.actor_id,
            stance=self.stance.key,
            since=self.since.day,
            until=self.until.day,
            annotator=self.annotator.key or self._known.me,
            once=self.once.isChecked(),
        )

    def ask(self) -> None:
        """Ask what is chosen now."""
        self.wanted.emit(self.asked)

    @property
    def _is_of_anyone(self) -> bool:
        return self.source.actor_id is None and self.target.actor_id is None

    def _choose_speaker(self, name: str) -> None:
        found = self._known.find_actors(name) if self._known is not None else ()
        if found and found[0].is_sure:
            self.source.choose(found[0].actor)

    def show_statements(self, statements: list[Attribution]) -> None:
        """Show the answer, and who is quoted most as long as nobody is chosen."""
        scheme = self._known.scheme if self._known else None
        self.list.rows.scheme = scheme
        self.list.rows.set_rows(statements)
        if scheme is not None:
            self.chart.show_statements(scheme, statements)
        self._count = len(statements)
        self._say_count()
        self.speakers.show_of(statements if self._is_of_anyone else (), self._is_registered)
        announce(self.source, self.count.text())

    def _is_registered(self, name: str) -> bool:
        found = self._known.find_actors(name) if self._known is not None else ()
        return bool(found) and found[0].is_sure

    def _say_count(self) -> None:
        told = tr_n("{n} statements", self._count) if self._count else tr("Nothing found")
        if self._count and self._is_of_anyone:
            told = f"{told}   ·   {tr('Choose who speaks, or about whom')}"
        self.count.setText(leading("" if self._count is None else told))

    # How it looks and speaks

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.source.name(tr("Who speaks"))
        self.target.name(tr("About whom"))
        self.since.name(tr("From day"))
        self.until.name(tr("To day"))
        self.once.setText(tr("Near-duplicates once"))
        self.once.setToolTip(tip(tr("Count once what several outlets carry of the same report")))
        self.stance.setAccessibleName(tr("Stance"))
        self.annotator.setAccessibleName(tr("Annotator"))
        self.list.setAccessibleName(tr("Who said what about whom"))
        self._say_count()
        self.speakers.retranslate()
        if self._known is None:
            return
        scheme = self._known.scheme
        known = [(one, stance_title(scheme, one)) for one in stances(scheme) if one is not None]
        self.stance.offer(tr("Any stance"), known)
        self.stance.setVisible(bool(known))
        self.annotator.offer(tr("In my marks"), [(one, one) for one in self._known.annotators])
        self.annotator.setVisible(bool(self._known.annotators))
        self.chart.show_statements(scheme, self.list.rows.items)
        self.list.viewport().update()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.list.hasFocus() and self.list.rows.items:
            self.list.show_current(max(self.list.currentIndex().row(), 0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
