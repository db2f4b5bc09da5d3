"""The desktop: the application, its first window, and what happens when something goes wrong."""

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLoggingCategory,
    QMessageLogContext,
    QStandardPaths,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from annotator import log
from annotator.ui import after_painting, i18n, theme
from annotator.ui.ending import ended_by_signals
from annotator.ui.keyboard.placed import read_commands_by_place
from annotator.version import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from annotator.ui.main_window import MainWindow

_NO_WORD_OF_SIZE_HINTS = "default.warning=false"
"""The offscreen platform warns of what it cannot do for every window; Qt's warnings of other matters have categories.

Not a handler of messages in Python: Qt warns of typefaces with a lock held, and a thread that holds Python's lock may
be waiting for that one. QT_LOGGING_RULES still has the last word.
"""

MAX_HEAPS = 2
_M_ARENA_MAX = -8
"""The name of that limit in glibc's malloc.h."""


def main(arguments: Sequence[str] = (), annotator: str | None = None) -> int:
    """Run the desktop; the first argument, if any, is the project to open. Returns the exit code."""
    log.start(_log_file())
    app = application()
    after_painting.hold()
    sys.excepthook = _report_bug
    window = _window(arguments[0] if arguments else None, annotator)
    window.show()
    QTimer.singleShot(0, _collect_garbage_again)
    after_painting.after_painting(0, window, _share_heaps)
    with ended_by_signals(app):
        code = app.exec()
    if code and not window.close():
        # A signal leaves the window open; if its closing fails, it stays once, to tell of it.
        window.close()
    return code


def _report_bug(kind: type[BaseException], error: BaseException, trace: "TracebackType | None") -> None:
    from annotator.ui.bug_report import report_bug

    report_bug(kind, error, trace)


def _log_file() -> Path:
    """Return the place of the log, where programs of this system keep theirs."""
    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(state) / "musnad" / "musnad.log"


def _collect_garbage_again() -> None:
    """The door turns collecting off for the start; what the start has made stays, and need not be looked at."""
    gc.freeze()
    gc.enable()


def _share_heaps() -> None:
    """Let all threads share two heaps of glibc, which would make one for each of them that works.

    Each keeps the most that a worker ever needed at once: after some hours, more than all that is in use.
    """
    if sys.platform != "linux":
        return
    # Here, for a start does without it.
    import ctypes

    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MAX_HEAPS)


def application() -> QApplication:
    """The one QApplication, dressed in the theme and speaking the language that was chosen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
    else:
        # Told so, and not with `setStyle`, which makes PySide load all that it knows of styles.
        app = _made_application([*sys.argv[:1], "-style", "fusion"])
        app.setApplicationName("Musnad")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("musnad")
        i18n.set_language(i18n.preferred_language())
    read_commands_by_place(app)
    theme.themes()
    return app


def _made_application(arguments: list[str]) -> QApplication:
    """Make the QApplication; where Qt finds no display it aborts the process, so we end it first, in our words."""
    messages: list[str] = []

    # A handler in Python is safe only as long as no other thread of ours uses Qt, which may write with a lock held.
    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            from annotator.display import no_display
            from annotator.exits import FAILED

            print(f"musnad: {no_display(messages[0] if messages else message)}", file=sys.stderr, flush=True)
            os._exit(FAILED)
        messages.append(message)

    before = qInstallMessageHandler(hear)
    try:
        return QApplication(arguments)
    finally:
        qInstallMessageHandler(before)
        for message in messages:
            print(message, file=sys.stderr)


def open_window(path: str | Path | None = None, annotator: str | None = None) -> "MainWindow":
    """The main window with this project open, not shown yet; what is wrong with the project is told inside it."""
    window = _window(path, annotator)
    window.workspace.complete()
    _share_heaps()
    return window


def _window(path: str | Path | None, annotator: str | None) -> "MainWindow":
    """The main window with the article only: what stands beside it is made once the article has been painted."""
    application()
    from annotator.ui.main_window import MainWindow

    window = MainWindow()
    try:
        opened = path is not None and window.open_project(path, annotator)
    except Exception as error:  # a fault of ours in one project must not keep the window from the others
        sys.excepthook(type(error), error, error.__traceback__)
        opened = False
    if not opened:
        window.show_welcome()
    return window


def picture(project: str | Path, out: str | Path, annotator: str | None = None) -> None:
    """Write a PNG of the window with this project open; no display is needed."""
    from annotator.ui.picture import write_picture

    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    QLoggingCategory.setFilterRules(_NO_WORD_OF_SIZE_HINTS)
    try:
        write_picture(open_window(project, annotator), Path(out))
    finally:
        QLoggingCategory.setFilterRules("")
