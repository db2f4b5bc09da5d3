"""Learning from the marks of the project: a page in the article's place, trained and filled in the background."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotator.errors import MusnadError
from annotator.ui.actions import Action
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.i18n import tr, tr_n
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.services.learning import Learning
    from annotator.services.mentions import Mention
    from annotator.services.uncertain import UncertainSuggestion
    from annotator.ui.learning.page import LearningPage
    from annotator.ui.tasks import Task


class Learns(Feature):
    """Trains the suggester that learns, shows how good it is, and lets a person answer what it proposes anywhere."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._page: OnDemand[LearningPage] = OnDemand(self._make, lambda page: page.deleteLater())

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="suggest.learn",
                title="Learned from your marks",
                tip="Let the program learn from your marks, and answer what it suggests in all articles",
                menu="annotate",
                enabled=lambda now: now.has_project,
                run=self.show,
            )
        ]

    def stop(self) -> None:
        self._page.end()

    def _make(self) -> "LearningPage":
        from annotator.ui.learning.page import LearningPage

        page = LearningPage(read_only=self.session.project.read_only)
        page.closed.connect(self._leave)
        page.learn_asked.connect(self._learn)
        page.opened.connect(self._open)
        page.taken.connect(self._take)
        page.refused.connect(self._refuse)
        return page

    def show(self) -> None:
        """Show the page, and read what it lists in the background."""
        page = self._page()
        self.shell.show_page(page)
        page.begin()
        self._read()

    def _read(self) -> None:
        project = self.session.project

        def work(task: "Task") -> "tuple[Learning | None, list[UncertainSuggestion]]":
            return project.learning(), project.uncertain(task.progress)

        self.shell.tasks.run(work, lambda found: self._fill(*found), quiet=True)

    def _fill(self, learned: "Learning | None", found: "list[UncertainSuggestion]") -> None:
        page = self._page.made
        if page is not None:
            page.show_learning(learned)
            page.show_suggestions(found)

    def _learn(self) -> None:
        project = self.session.project

        def work(task: "Task") -> int:
            project.learn(task.progress)
            return sum(project.suggest(["learned"], progress=task.progress).found.values())

        self.shell.tasks.run(work, self._tell_learned, label=tr("Learning from the marks"))

    def _tell_learned(self, count: int) -> None:
        self.shell.messages.tell("success", tr_n("Learned; {n} suggestions wait for an answer", count))
        self._read()

    def _take(self, mentions: "Sequence[Mention]") -> None:
        ids = [mention.span.id for mention in mentions]
        told = tr_n("{n} suggestions taken; one undo gives them back", len(ids))
        self._answer(lambda: self.session.project.accept(*ids), told)

    def _refuse(self, mentions: "Sequence[Mention]") -> None:
        ids = [mention.span.id for mention in mentions]
        told = tr_n("{n} suggestions refused; one undo brings them back", len(ids))
        self._answer(lambda: self.session.project.reject(*ids), told)

    def _answer(self, do: Callable[[], object], told: str) -> None:
        try:
            do()
        except MusnadError as error:
            self.shell.tell_error(error)
        else:
            self.shell.messages.tell("success", told)
        self._read()

    def _open(self, mention: "Mention") -> None:
        """Show the place of a suggestion in its article."""
        self.shell.show_page(None)
        self.shell.change(lambda session: session.show(mention.hit.document_id))
        self.session.select(mention.span.id)
        if self.session.pointed is None:
            self.shell.article.select(mention.hit.start, mention.hit.end)
        self.shell.article.ensure_visible(mention.hit.start)
        self.shell.article.setFocus()

    def _leave(self) -> None:
        self.shell.show_page(None)
        self.shell.article.setFocus()
