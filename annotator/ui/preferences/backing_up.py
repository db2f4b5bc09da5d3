"""Backing the open project up at intervals of work, in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import MusnadError
from annotator.ui.i18n import tr, tr_error
from annotator.ui.settings import BACKUP_EVERY

if TYPE_CHECKING:
    from annotator.ui.session import Session
    from annotator.ui.shell import Shell
    from annotator.ui.tasks import Task

MS_A_MINUTE = 60_000
LONGEST_MIN = 24 * 60
"""Minutes: a timer of Qt counts milliseconds in 31 bits."""


class BackingUp(QObject):
    """Backs one project up, as long as it is open and something in it has changed since the last backup.

    `ended` when a backup was made, or could not be.
    """

    ended = Signal()

    def __init__(self, shell: "Shell", session: "Session") -> None:
        super().__init__(session)
        self._shell, self._session = shell, session
        self._has_changed = False
        self._task: Task | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._when_due)
        session.written.connect(self._note)
        self.follow_setting()

    def _note(self) -> None:
        self._has_changed = True

    def follow_setting(self) -> None:
        """Count the interval anew that the person chose; none means never."""
        minutes = min(BACKUP_EVERY.get(), LONGEST_MIN)
        if minutes and not self._session.project.read_only:
            self.timer.start(minutes * MS_A_MINUTE)
        else:
            self.timer.stop()

    def _when_due(self) -> None:
        if self._has_changed:
            self.back_up()

    def back_up(self) -> None:
        """Make a backup now, in the background. What keeps it from being made is told."""
        if self._task is not None:
            return
        self._has_changed, project = False, self._session.project

        def work(task: "Task") -> Path:
            from annotator.services.backups import back_up

            return back_up(project, progress=task.progress)

        self._task = self._shell.tasks.run(work, self._made, self._fail, tr("Backing up"))

    def _made(self, _path: Path) -> None:
        self._task = None
        self.ended.emit()

    def _fail(self, error: MusnadError) -> None:
        """Tell it once: a folder that takes no backup now will take none in a quarter of an hour either."""
        self._task = None
        self.timer.stop()
        told = tr("The project is not backed up any more until it is opened anew: {reason}", reason=tr_error(error))
        self._shell.messages.tell("warning", told)
        self.ended.emit()

    def stop(self) -> None:
        """Make no more backups; one that is under way is given up, and nothing of it stays."""
        self.timer.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
