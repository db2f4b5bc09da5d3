"""Changes that are on the page and wait until another writer is done: written in time, and told in the foot.

An import, or another program, may hold the project file for minutes. Nothing that a person does waits for it: what
they do is kept in order (`Project.hurry`), and written here as soon as the file is free.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import ProjectError
from annotator.ui.i18n import tr, tr_n

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.ui.main_window import MainWindow

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
        """How many actions are on the page and not yet in the file."""
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


class Leaving:
    """Lets a window close its project only when everything that waited is in the file."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._then: Callable[[], object] | None = None
        window.foot.given_up.connect(self._give_up)

    def follow(self, landing: Landing) -> None:
        """Tell in the window's foot what becomes of a project's changes."""
        landing.changed.connect(self.tell)
        landing.failed.connect(self._window.tell_error)
        if landing.count:
            self.tell()

    def tell(self) -> None:
        """Say in the foot that everything is saved, or how much of it waits."""
        session = self._window.session
        if session is not None and session.landing.count:
            self._window.foot.tell_waiting(session.landing.count)
            return
        self._window.foot.tell_saved()
        then, self._then = self._then, None
        if then is not None:
            # Not from inside the session that is about to be closed.
            QTimer.singleShot(0, self._window, then)

    def may(self, then: Callable[[], object]) -> bool:
        """Return True if the project may be closed now; else say why, and do `then` as soon as it may.

        Work that can be given up (imports, exports) is stopped. Changes that wait for another writer are not: they
        are written first, unless the person takes them back.
        """
        session = self._window.session
        if session is None or not session.landing.count:
            return True
        self._window.stop_transfers()
        session.landing.land()
        if not session.landing.count:
            return True
        self._then = then
        self._say_why(session.landing.count, session.project.path.name)
        return False

    def _say_why(self, count: int, name: str) -> None:
        from annotator.ui.message_bar import Offer

        told = tr_n(
            "{n} changes are not saved yet: another program is writing to {project}. "
            "The project is closed as soon as they are saved.",
            count,
            project=name,
        )
        offer = Offer(tr("Close without them"), self._give_up)
        self._window.messages.tell("warning", told, offer=offer)

    def _give_up(self) -> None:
        if self._window.session is not None:
            self._window.session.landing.give_up()
