"""Computes γ in a thread of its own, so that nothing else waits for it, and stops when something else is asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.agreeing.gamma_panel import GammaPanel
from annotator.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from annotator.agreement.gamma import GammaFigure
    from annotator.services.project import Project
    from annotator.ui.agreeing.page import Asked


class GammaWork(QObject):
    """The work behind the panel of one page; ends with `stop`."""

    def __init__(self, panel: GammaPanel, project: "Project", parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._project = panel, project
        self._tasks = Tasks(self)
        self._tasks.progressed.connect(self._tell)
        self._task: Task | None = None
        self._asked: Asked | None = None
        panel.asked.connect(self._compute)
        panel.stopped.connect(self._cancel)

    def ask(self, asked: "Asked") -> None:
        """Let this be the question from now on; a figure of another one is forgotten."""
        if asked != self._asked:
            self._cancel()
            self._panel.forget()
        self._asked = asked

    def stop(self) -> None:
        """End what runs."""
        self._tasks.stop()
        self.deleteLater()

    def _cancel(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _compute(self) -> None:
        asked, project = self._asked, self._project
        if asked is None:
            return

        def work(task: Task) -> "GammaFigure":
            return project.gamma(asked.readers, unit=asked.unit, tokenizer=asked.tokenizer, progress=task.progress)

        def done(found: "GammaFigure") -> None:
            if asked is self._asked and self._task is not None:
                self._task = None
                self._panel.show_figure(found, asked.readers, asked.unit)

        self._task = self._tasks.run(work, done, self._panel.show_error, quiet=True)

    def _tell(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self._panel.show_progress(done, total)
