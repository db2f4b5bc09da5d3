"""The room of agreement: its page, what is computed for it in the background, and the places behind a figure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from annotator.domain.annotator import kind_of
from annotator.ui.context import Context
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.i18n import tr
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures
    from annotator.services.comparing import Place
    from annotator.ui.agreeing.gamma_work import GammaWork
    from annotator.ui.agreeing.page import AgreementPage, Asked
    from annotator.ui.tasks import Task

COUNT_AFTER_MS = 400
"""Milliseconds of quiet after which it is looked whether there are two readers now."""


class Agreeing(Feature):
    """Computes figures for the page while it is in sight; a change of the question stops what is under way."""

    def attach(self) -> None:
        self._page: OnDemand[AgreementPage] = OnDemand(self._make, lambda page: page.deleteLater())
        self._gamma: GammaWork | None = None
        self._task: Task | None = None
        self._are_several = False
        # Marking never waits for the question whether somebody read an article for the first time.
        self._soon = QTimer(self.shell.over, singleShot=True, interval=COUNT_AFTER_MS)
        self._soon.timeout.connect(self._recount)

    def add_to(self, now: Context) -> Context:
        return replace(now, several_read=self._are_several)

    def rooms(self) -> Sequence[Room]:
        return [Room(key="agreement", page=lambda: self._page(), entered=self._enter, holds=_several_read)]

    def _make(self) -> "AgreementPage":
        from annotator.ui.agreeing.gamma_work import GammaWork
        from annotator.ui.agreeing.page import AgreementPage

        page = AgreementPage()
        self._gamma = GammaWork(page.gamma, self.session.project, page)
        page.asked.connect(self._compute)
        page.cell_chosen.connect(self._find)
        page.place_chosen.connect(self._open)
        page.figure_chosen.connect(self._find_behind)
        page.article_chosen.connect(self._review)
        return page

    def start(self, session: Session) -> None:
        session.documents_changed.connect(self._follow)
        self._count()

    def _count(self) -> None:
        readers = sum(one.kind != "model" for one in self.session.project.annotators_with_sets())
        self._are_several = readers > 1

    def stop(self) -> None:
        self._cancel()
        self._soon.stop()
        gamma, self._gamma = self._gamma, None
        if gamma is not None:
            gamma.stop()
        self._page.end()
        self._are_several = False

    def _cancel(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _recount(self) -> None:
        before = self._are_several
        if self.shell.session is not None:
            self._count()
        if self._are_several != before:
            self.shell.registry.touch()

    def _follow(self) -> None:
        if not self._are_several:
            self._soon.start()
        page = self._page.made
        if page is not None and page.isVisible():
            self._enter()

    def _enter(self) -> None:
        """Offer the readers there are, and compute what was asked last."""
        project = self.session.project
        handles = [one.handle for one in project.annotators()]
        people = [one for one in handles if kind_of(one) == "person"]
        titles = {one.id: one.title for one in self.session.summaries()}
        self._page().show_readers([*people, *(one for one in handles if one not in people)], project.scheme, titles)

    def _compute(self, asked: "Asked") -> None:
        self._cancel()
        page, project = self._page(), self.session.project
        page.show_waiting()
        if self._gamma is not None:
            self._gamma.ask(asked)

        def work(task: "Task") -> "Figures":
            return project.agreement(
                asked.readers,
                unit=asked.unit,
                universe=asked.universe,
                tokenizer=asked.tokenizer,
                progress=task.progress,
            )

        def done(figures: "Figures") -> None:
            self._task = None
            page.show_figures(asked, figures)

        self._task = self.shell.tasks.run(work, done, page.show_error, tr("Comparing the readings"))

    def _find(self, a: str, b: str, labels: "tuple[str | None, str | None] | None") -> None:
        page, project, asked = self._page(), self.session.project, self._page().question

        def work(task: "Task") -> "list[tuple[Place, str]]":
            found = project.agreement_places(
                a, b, labels, unit=asked.unit, tokenizer=asked.tokenizer, progress=task.progress
            )
            return self._with_texts(found)

        self.shell.tasks.run(work, lambda found: page.show_places(a, b, labels, found), None, tr("Finding the places"))

    def _find_behind(self, figure: str) -> None:
        """List the marks about which readers differ in what a figure counts."""
        page, project = self._page(), self.session.project
        readers = page.question.readers

        def work(task: "Task") -> "list[tuple[Place, str]]":
            return self._with_texts(project.agreement_differences(figure, readers, progress=task.progress))

        self.shell.tasks.run(work, lambda found: page.show_behind(figure, found), None, tr("Finding the places"))

    def _with_texts(self, found: "Sequence[Place]") -> "list[tuple[Place, str]]":
        project = self.session.project
        texts = {id_: project.document(id_).text for id_ in dict.fromkeys(one.document_id for one in found)}
        return [(one, texts[one.document_id]) for one in found]

    def _review(self, document_id: str) -> None:
        """Go to an article, and review it."""
        self.shell.change(lambda session: session.show(document_id))
        self.shell.rooms.enter("review")

    def _open(self, place: "Place") -> None:
        """Show a place in the article, with the words selected."""
        self.shell.change(lambda session: session.show(place.document_id))
        self.shell.rooms.enter("article")
        self.shell.article.select(place.start, place.end)
        self.shell.article.ensure_visible(place.start)


def _several_read(now: Context) -> bool:
    """Agreement needs two readings or more."""
    return now.has_project and now.several_read
