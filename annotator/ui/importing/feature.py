"""Importing articles and annotations, on a page that shows what would come in; which articles repeat each other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.files.feature import Files
from annotator.ui.session import Session
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.ui.importing.controller import Importing
    from annotator.ui.tasks import Task, Tasks

GROUPS_AFTER_MS = 1500
"""Milliseconds without a change of the list of articles after which near-duplicates are looked for."""


class Imports(WindowFeature):
    """The import page, in the place of the article, and the groups of near-duplicates in the list of articles."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.page: OnDemand[Importing] = OnDemand(self._make, lambda one: one.stop())
        self._tasks: OnDemand[Tasks] = OnDemand(self._make_tasks, lambda one: one.stop())
        self._looked_at: tuple[str, ...] = ()
        self._soon: QTimer | None = None

    def _make(self) -> "Importing":
        from annotator.ui.importing.controller import Importing

        return Importing(self.shell, self.session, self.shell.feature(Files).transfers())

    def _make_tasks(self) -> "Tasks":
        from annotator.ui.tasks import Tasks

        return Tasks(self.session)

    def attach(self) -> None:
        self.shell.feature(Files).show_import = lambda: self.page().open()

    def start(self, session: Session) -> None:
        self._looked_at = ()
        self._soon = QTimer(session)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GROUPS_AFTER_MS)
        self._soon.timeout.connect(self._find_groups)
        session.documents_changed.connect(self._soon.start)
        self._soon.start()

    def finish(self) -> None:
        soon, self._soon = self._soon, None
        if soon is not None:
            soon.stop()
        self._tasks.end()

    def stop(self) -> None:
        self.page.end()

    def _find_groups(self) -> None:
        """Look for near-duplicates beside whoever works; what is known of a text is not computed again."""
        session = self.shell.session
        if session is None:
            return
        ids = tuple(one.id for one in session.summaries())
        if ids == self._looked_at:
            return
        self._looked_at = ids
        project = session.project

        def work(task: "Task") -> Mapping[str, str]:
            return project.near_duplicates(task.progress)

        # Nobody asked for it, so nobody is told that it failed: the list only says less.
        self._tasks().run(work, self.shell.workspace.documents.rows.show_groups, lambda _: None)
