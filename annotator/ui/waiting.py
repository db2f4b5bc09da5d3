"""Leaving a project only when everything that waited is in its file, and telling in the foot what waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.ui.i18n import tr, tr_n
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.landing import Landing


class Leaving:
    """Lets a window close its project only when everything that waited is in the file."""

    def __init__(self, shell: Shell, stop_work: Callable[[], object]) -> None:
        """`stop_work` stops what can be given up: imports, exports."""
        self._shell, self._stop_work = shell, stop_work
        self._then: Callable[[], object] | None = None
        shell.foot.given_up.connect(self._give_up)

    def follow(self, landing: "Landing") -> None:
        """Tell in the window's foot what becomes of a project's changes."""
        landing.changed.connect(self.tell)
        landing.failed.connect(self._shell.tell_error)
        if landing.count:
            self.tell()

    def tell(self) -> None:
        """Say in the foot that everything is saved, or how much of it waits."""
        session = self._shell.session
        if session is not None and session.landing.count:
            self._shell.foot.tell_waiting(session.landing.count)
            return
        self._shell.foot.tell_saved()
        then, self._then = self._then, None
        if then is not None:
            # Not from inside the session that is about to be closed.
            QTimer.singleShot(0, self._shell.foot, then)

    def may(self, then: Callable[[], object]) -> bool:
        """Return True if the project may be closed now; else say why, and do `then` as soon as it may.

        Work that can be given up (imports, exports) is stopped. Changes that wait for another writer are not: they
        are written first, unless the person takes them back.
        """
        session = self._shell.session
        if session is None or not session.landing.count:
            return True
        self._stop_work()
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
        self._shell.messages.tell("warning", told, offer=offer)

    def _give_up(self) -> None:
        if self._shell.session is not None:
            self._shell.session.landing.give_up()
