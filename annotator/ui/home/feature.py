"""The project's room: my progress, the next article, and the actions that concern the whole project."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.ui.feature import Feature
from annotator.ui.rooms import Room
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.home.page import HomePage


class Home(Feature):
    """Keeps the page true to the project while it is in sight."""

    _page: "HomePage | None" = None

    def rooms(self) -> Sequence[Room]:
        return [Room(key="project", page=self.page, entered=self._enter)]

    def page(self) -> "HomePage":
        """The room's page, made when it is first entered."""
        if self._page is None:
            from annotator.ui.home.page import HomePage

            self._page = HomePage(self.shell.registry)
            self._page.article_asked.connect(self._go_on)
        return self._page

    def start(self, session: Session) -> None:
        session.documents_changed.connect(self._follow)

    def stop(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.deleteLater()

    def _enter(self) -> None:
        self._show()
        self.page().begin()

    def _follow(self) -> None:
        if self._page is not None and self._page.isVisible():
            self._show()

    def _show(self) -> None:
        session = self.shell.session
        if session is not None:
            self.page().show_project(session.project.path, session.summaries())

    def _go_on(self, document_id: str) -> None:
        """Show an article, also where it is the one that was read last."""
        self.shell.change(lambda session: session.show(document_id))
        self.shell.rooms.enter("article")
