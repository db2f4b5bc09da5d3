"""Files that are dropped on the window: a project is opened, everything else is shown before it is imported."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from annotator.ui.files.feature import SUFFIX
from annotator.ui.i18n import tr
from annotator.ui.importing.feature import Imports
from annotator.ui.sharing.feature import SUFFIX as BUNDLE
from annotator.ui.sharing.feature import Sharing
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.importing.drop_frame import DropFrame


class Drops(QObject):
    """Answers what is dragged over one window, and shows where it may be dropped."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.over)
        self._shell = shell
        self._frame: DropFrame | None = None
        shell.over.setAcceptDrops(True)
        shell.over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                self.enter(event)
            case QEvent.Type.DragLeave:
                self.leave()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.drop(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept files, and show the frame."""
        from annotator.ui.importing.drop_frame import DropFrame

        if not (paths := _files(event)):
            return
        event.acceptProposedAction()
        if self._frame is None:
            self._frame = DropFrame(self._shell.over)
        self._frame.show_for(paths, has_project=self._shell.session is not None)

    def leave(self) -> None:
        """Take the frame away."""
        if self._frame is not None:
            self._frame.hide()

    def drop(self, event: QDropEvent) -> None:
        """Open or read what was dropped, or say why that has to wait."""
        self.leave()
        event.acceptProposedAction()
        paths, shell = _files(event), self._shell
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            shell.open_project(paths[0])
        elif shell.session is None:
            shell.messages.tell("warning", tr("Open a project or begin one first; then drop the articles again."))
        elif shell.registry.context.writable and paths and all(path.suffix == BUNDLE for path in paths):
            for path in paths:
                shell.feature(Sharing).look(path)
        elif shell.registry.context.writable:
            shell.feature(Imports).page().read(paths)


def _files(event: QDropEvent) -> list[Path]:
    """Return the local files that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
