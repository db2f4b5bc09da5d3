"""Files that are dropped on the window: a project is opened, everything else is imported."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from annotator.ui.files.feature import SUFFIX, Files
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell


def files(event: QDropEvent) -> list[Path]:
    """Return the local files that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def take(shell: Shell, paths: list[Path]) -> None:
    """Open or import what was dropped, or say why that has to wait."""
    if len(paths) == 1 and paths[0].suffix == SUFFIX:
        shell.open_project(paths[0])
    elif shell.session is None:
        shell.messages.tell("warning", tr("Open a project or begin one first; then drop the articles again."))
    elif shell.registry.context.writable:
        shell.feature(Files).transfers().import_files(paths)
