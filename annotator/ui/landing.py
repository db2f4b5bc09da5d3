"""Writing what waits: changes that are on the page and could not be saved yet, because somebody else was writing.

An import, or another program, may hold the project file for minutes. Nothing that a person does waits for it: what
they do is queued in order (`Project.hurry`), and written here as soon as the file is free.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import ProjectError

if TYPE_CHECKING:
    from annotator.services.project import Project

LAND_EVERY_MS = 50
"""Milliseconds between two attempts to write what waits."""
LAND_AFTER_FAILURE_MS = 3_000
"""Milliseconds until the next attempt after one that failed for another reason than a writer."""


class Landing(QObject):
    """Writes what a project keeps as soon as nobody else writes."""

    changed = Signal()
    """More or fewer actions wait."""
    failed = Signal(object)
    """A ProjectError that met an action which had waited."""

    def __init__(self, project: "Project", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        project.hurry()
        self._told = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.land)
        self.note()

    @property
    def count(self) -> int:
        """Return the number of actions that are on the page and not yet in the file."""
        return self._project.waiting

    def land(self) -> None:
        """Write what waits, as far as that is possible now; try again later for the rest."""
        pause_ms = LAND_EVERY_MS
        try:
            self._project.land()
        except ProjectError as error:
            pause_ms = LAND_AFTER_FAILURE_MS
            self.failed.emit(error)
        finally:
            self.note(pause_ms)

    def give_up(self) -> None:
        """Take back every action that waits; each can be redone."""
        self._project.give_up()
        self.note()

    def note(self, pause_ms: int = LAND_EVERY_MS) -> None:
        """Look whether anything waits: tell of it, and see to it that it is written."""
        if self.count and not self._timer.isActive():
            self._timer.start(pause_ms)
        if self.count != self._told:
            self._told = self.count
            self.changed.emit()

    def stop(self) -> None:
        """Try no more."""
        self._timer.stop()
