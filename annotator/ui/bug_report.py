"""Tell of an exception that nobody caught: in the log, and in the window with details to copy.

A fault in painting comes back with every repaint. It is told once; what a person tries again is told again.
"""

import traceback
from functools import partial
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication

from annotator import log
from annotator.errors import MusnadError
from annotator.ui import guard
from annotator.ui.i18n import tr, tr_error
from annotator.version import __version__

QUIET_S = 3.0
"""Seconds in which a fault must not have come back before it is told again."""
RETRY_MS = 250
RETRIES = 40
"""Number of times that a window to tell it in is looked for: it may not be shown yet."""

_Place = tuple[type[BaseException], str, int]
_OWN_FOLDER = __file__.rsplit("ui", 1)[0]
_last_heard: dict[_Place, float] = {}


def report_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an uncaught exception and show it in the window; for `sys.excepthook`. Safe inside any Qt call."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
    elif issubclass(kind, SystemExit):
        QApplication.exit(error.code if isinstance(error, SystemExit) and isinstance(error.code, int) else 0)
    elif _is_news(_place(kind, trace)):
        details = "".join(traceback.format_exception(kind, error, trace))
        log.ui.error("uncaught: %s", details)
        if isinstance(error, MusnadError):
            # What a project holds can be wrong wherever it is read; that is no fault of the program.
            _tell(tr_error(error), "")
        else:
            told = tr(
                "Something went wrong in Musnad itself. What you did before is saved. The details help us mend it."
            )
            _tell(told, f"Musnad {__version__}\n{details}")


def _is_news(place: _Place) -> bool:
    now = monotonic()
    before = _last_heard.get(place)
    _last_heard[place] = now
    return before is None or (guard.is_by_hand() and now - before > QUIET_S)


def _place(kind: type[BaseException], trace: TracebackType | None) -> _Place:
    """The innermost line of ours that the exception passed."""
    found = ("", 0)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not found[0] or (name.startswith(_OWN_FOLDER) and name != guard.__file__):
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return kind, *found


def _tell(told: str, details: str) -> None:
    """Show it at once, or from the event loop where widgets must not be changed now."""
    app = QApplication.instance()
    if app is None:
        return
    if guard.is_reporting() or QThread.currentThread() is not app.thread():
        QTimer.singleShot(0, app, partial(_show, told, details, RETRIES))
    else:
        _show(told, details, RETRIES)


def _show(told: str, details: str, retries: int) -> None:
    from annotator.ui.main_window import MainWindow

    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible():
            try:
                window.messages.tell("error", told, details)
            except Exception:  # told in the log alone: to tell of it here would come back here
                log.ui.exception("a fault could not be told")
            return
    app = QApplication.instance()
    if app is not None and retries:
        QTimer.singleShot(RETRY_MS, app, partial(_show, told, details, retries - 1))
