"""The filters of a dataset: which articles and which marks go in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.annotator import Status
from annotator.domain.scheme import title_in
from annotator.services.selection import Selection
from annotator.ui.i18n import Phrase, date, isolate, language, phrase, tr
from annotator.ui.panels.about import language_title
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.publishing.facts import Facts
from annotator.ui.searching.boxes import DayBox, together
from annotator.ui.searching.picker import Picker

if TYPE_CHECKING:
    from annotator.store.documents import DocumentSummary

STATUSES: dict[Status, Phrase] = {"todo": phrase("Not begun"), "doing": phrase("In progress"), "done": phrase("Done")}


class DatasetFilters(QWidget):
    """Fields that fill lines like words. `changed` when they let something else through."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self.statuses = Picker("export_statuses", phrase("Status"))
        self.labels = Picker("export_labels", phrase("Labels"))
        self.outlets = Picker("export_outlets", phrase("Publishers"))
        self.languages = Picker("export_languages", phrase("Languages"))
        self.documents = Picker("export_articles", phrase("Articles"))
        self.since, self.until = DayBox("export_since", last=False), DayBox("export_until", last=True)
        flow = FlowLayout(self, spacing=6)
        flow.setContentsMargins(0, 0, 0, 0)
        for picker in self._pickers():
            flow.addWidget(picker)
            picker.changed.connect(self.changed)
        flow.addWidget(together(self.since, self.until))
        for day in (self.since, self.until):
            day.textChanged.connect(lambda _: self.changed.emit())

    def _pickers(self) -> tuple[Picker, ...]:
        return (self.statuses, self.labels, self.outlets, self.languages, self.documents)

    def offer(self, facts: Facts) -> None:
        """Offer what a project has; what was chosen stays chosen."""
        self._facts = facts
        self.retranslate()

    @property
    def selection(self) -> Selection:
        """The filters as they are set."""
        statuses: frozenset[Status] = frozenset(key for key in STATUSES if key in self.statuses.keys)
        return Selection(
            statuses=statuses,
            labels=self.labels.keys,
            outlets=self.outlets.keys,
            languages=self.languages.keys,
            documents=self.documents.keys,
            since=self.since.day or "",
            until=self.until.day or "",
        )

    def choose(self, only: Selection) -> None:
        """Set these filters."""
        self.statuses.tick(only.statuses)
        self.labels.tick(only.labels)
        self.outlets.tick(only.outlets)
        self.languages.tick(only.languages)
        self.documents.tick(only.documents)
        self.since.setText(only.since)
        self.until.setText(only.until)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.since.name(tr("From day"))
        self.until.name(tr("To day"))
        for picker in self._pickers():
            picker.retranslate()
        facts = self._facts
        if facts is None:
            return
        titles = {one.key: title_in(one.title, language(), one.key) for one in facts.scheme.labels}
        articles = {one.id: one for one in facts.articles}
        self.statuses.offer(list(STATUSES), lambda key: next(said() for one, said in STATUSES.items() if one == key))
        self.labels.offer(list(titles), titles.__getitem__)
        self.outlets.offer(facts.outlets, str)
        self.languages.offer(facts.languages, language_title)
        self.documents.offer(list(articles), lambda id: _article_title(articles[id]))


def _article_title(one: "DocumentSummary") -> str:
    return " · ".join(filter(None, (isolate(one.title), date(one.published) if one.published else "")))
