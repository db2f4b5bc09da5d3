"""The file beneath the project in a window: what befell it is told, and work goes on in what was saved of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from annotator import log
from annotator.errors import FileLostError
from annotator.ui import recent_state
from annotator.ui.i18n import tr, tr_error
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.session import Session

WATCH_AFTER_MS = 300
"""Milliseconds that leave a project that was just opened time to be painted."""


class Beneath(QObject):
    """Watches the file of the open project for one window, and makes it whole when the person turns away."""

    _lost = Signal(object, object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.over)
        self._shell = shell
        # What is lost is noticed in any thread, and in the middle of an action.
        self._lost.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._fold)

    def follow(self, session: "Session") -> None:
        """Tell what was found when the project was opened, and watch its file from now on."""
        notices = [tr_error(notice) for notice in session.project.notices]
        if notices:
            self._shell.messages.tell("warning", notices[0], "\n".join(notices[1:]))
        QTimer.singleShot(WATCH_AFTER_MS, session, lambda: self._watch(session))

    def _watch(self, session: "Session") -> None:
        if self._shell.session is session:
            session.project.watch(lambda error: self._lost.emit(session, error))

    def close(self, session: "Session") -> None:
        """Close a session; if its file was lost at the last moment, tell of it."""
        try:
            session.close()
        except FileLostError as error:
            log.ui.error("%s", error)
            told = tr_error(error)
            # Once the window shows what it shows without a project.
            QTimer.singleShot(0, self._shell.over, lambda: self._shell.messages.tell("error", told))

    def _fold(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._shell.session is not None:
            self._shell.session.project.fold_soon()

    def _go_on(self, session: "Session", error: FileLostError) -> None:
        """Open what was saved in place of what was lost, at the same place of the same article."""
        shell = self._shell
        if shell.session is not session:
            return
        shell.foot.tell_failed()
        told = tr_error(error)
        if error.saved is not None:
            selected = session.selected_id
            if session.document is not None:
                recent_state.remember_place(error.saved, session.document.id, shell.article.top_offset())
            shell.close_project()
            if shell.open_project(error.saved, session.project.annotator):
                shell.change(lambda opened: opened.select(selected))
                told = tr("{told} It is open here now.", told=told)
        shell.messages.tell("error", told)
