"""The tour as a feature: offered where somebody begins, found again under Help, and never in the way."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer

from annotator import paths
from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.i18n import tr
from annotator.ui.session import Session
from annotator.ui.settings import TOUR_OVER

if TYPE_CHECKING:
    from annotator.ui.tasks import Task
    from annotator.ui.touring.tour import Tour


class Touring(Feature):
    """Opens the tour's project, walks through it, and leads back to where somebody came from."""

    tour: "Tour | None" = None
    _wanted: Path | None = None
    _came_from: Path | None = None

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="help.tour",
                title="Take the tour",
                tip="Two minutes: your first attribution, with your own hands",
                menu="help",
                run=self.open,
            )
        ]

    def open(self) -> None:
        """Open the tour's project, made anew where programs keep their data, and begin."""
        if not self.shell.may_leave(self.open):
            return
        from annotator.services.handles import usable_handle
        from annotator.services.tour import make_tour

        session = self.shell.session
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
        path, handle = folder / f"{tr('Tour')}.musnad", usable_handle()[0]
        if session is not None and paths.resolved(session.project.path) == paths.resolved(path):
            self.shell.close_project()
        elif session is not None:
            self._came_from = session.project.path

        def work(task: "Task") -> Path:
            task.progress(0, 0)
            return make_tour(path, handle)

        def made(path: Path) -> None:
            self._wanted = path
            self.shell.open_project(path, handle)

        self.shell.tasks.run(work, made, label=tr("Preparing the tour"))

    def start(self, session: Session) -> None:
        if self._wanted is not None and self._wanted == session.project.path:
            # Once the article stands on the page.
            QTimer.singleShot(0, session, lambda: self._begin(session))
        self._wanted = None

    def _begin(self, session: Session) -> None:
        from annotator.ui.touring.tour import Tour

        if self.shell.session is not session:
            return
        tour = Tour(self.shell, session)
        if tour.steps:
            self.tour = tour
            tour.over.connect(self._end)
            tour.begin()
        else:
            tour.close()

    def _end(self, is_done: bool) -> None:
        """Put the tour away, and lead back to the project that was open before."""
        TOUR_OVER.set(True)
        # Not from inside the key or the button that ended it.
        QTimer.singleShot(0, self.shell.over, lambda: self._lead_back(is_done))

    def _lead_back(self, is_done: bool) -> None:
        self.stop()
        before, self._came_from = self._came_from, None
        if before is not None and paths.exists(before):
            self.shell.open_project(before)
        elif is_done:
            self.shell.leave_project()
        self.shell.messages.tell("info", tr("The tour is under Help, whenever you want it."))

    def stop(self) -> None:
        tour, self.tour = self.tour, None
        if tour is not None:
            tour.close()
