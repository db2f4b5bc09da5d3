"""A picture of a window that nobody sees, as a PNG file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QSize, Qt, QTimer

from annotator.errors import InputError
from annotator.services.files import written_whole

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

SETTLE_MS = 400
"""Milliseconds after which a new window changes no more by itself."""
SIZE_PX = QSize(1440, 900)


def write_picture(window: "MainWindow", out: Path) -> None:
    """Write what a window shows, with something selected in it, and close the window. Raises InputError."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(SIZE_PX)
    window.show()
    _select_something(window)
    _settle()
    image = QBuffer()
    image.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(image, "PNG")
    window.close()
    window.deleteLater()
    try:
        with written_whole(out) as stream:
            stream.write(image.data().data())
    except InputError as error:
        raise InputError("{path} cannot be written: {reason}", path=str(out), reason=error) from error


def _select_something(window: "MainWindow") -> None:
    """Select the first mark that has roles, or else the first."""
    session = window.session
    if session is not None and session.spans:
        session.select(next((span.id for span in session.spans if session.roles(span)), session.spans[0].id))


def _settle() -> None:
    """Let the window come to rest: what it counts and aligns after its first paint belongs into a picture."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
