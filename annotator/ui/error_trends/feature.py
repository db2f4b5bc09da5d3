"""My errors over time: a page in the article's place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.ui.actions import Action
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.services.feedback import Feedback
    from annotator.ui.error_trends.page import ErrorsPage


class ErrorsOverTime(Feature):
    """Reads what was decided about all my marks, and shows the errors by kind and time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._page: OnDemand[ErrorsPage] = OnDemand(self._make, lambda page: page.deleteLater())

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="view.my_errors",
                title="My errors over time",
                tip="How many errors of each kind reviewers found in your marks, by month or week",
                menu="view",
                enabled=lambda now: now.has_project,
                run=self.show,
            )
        ]

    def stop(self) -> None:
        self._page.end()

    def _make(self) -> "ErrorsPage":
        from annotator.ui.error_trends.page import ErrorsPage

        page = ErrorsPage()
        page.closed.connect(self._leave)
        return page

    def show(self) -> None:
        """Show the page, and read what it shows in the background."""
        project, page = self.session.project, self._page()
        self.shell.show_page(page)
        page.table.setFocus()
        self.shell.tasks.run(lambda _: project.feedback(), self._fill, quiet=True)

    def _fill(self, found: "list[Feedback]") -> None:
        page = self._page.made
        if page is not None:
            page.show_feedback(found)

    def _leave(self) -> None:
        self.shell.show_page(None)
        self.shell.article.setFocus()
