"""Starts one program, waits until its article is first painted, and says when that was.

    python first_paint.py musnad PROJECT       the real door, as `musnad PROJECT` takes it
    python first_paint.py bare TEXT_FILE       nothing but a QTextEdit that shows the same text

Prints one JSON object: `painted`, the time in seconds on the system's monotonic clock, and `family` and
`points`, the font of the article.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit


class FirstPaint(QObject):
    """Calls back once the first paint event of a widget has been dealt with."""

    def __init__(self, area: QAbstractScrollArea, painted: Callable[[], None]) -> None:
        super().__init__(area)
        self.painted = painted
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted)
        return False


def report_and_close(area: QAbstractScrollArea) -> None:
    painted = time.monotonic()
    font = area.font()
    print(json.dumps({"painted": painted, "family": font.family(), "points": font.pointSizeF()}), flush=True)
    area.window().close()


def start_musnad(project: str) -> int:
    """Takes the program's own way in; only the event loop is entered through us, to watch the article."""
    enter_event_loop = QApplication.exec

    def watched_event_loop(*_: object) -> int:
        views = [
            view
            for window in QApplication.topLevelWidgets()
            for view in window.findChildren(QAbstractScrollArea, "article_view")
        ]
        FirstPaint(views[0], lambda: report_and_close(views[0]))
        return enter_event_loop()

    QApplication.exec = watched_event_loop  # type: ignore[method-assign]  # the one place to watch from
    from annotator.__main__ import main

    sys.argv = ["musnad", project]
    main()
    return 0


def start_bare(text_file: str, family: str, points: str) -> int:
    application = QApplication([])
    editor = QTextEdit()
    editor.setFont(QFont(family, int(float(points))))
    editor.setPlainText(Path(text_file).read_text(encoding="utf-8"))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    editor.document().setDefaultTextOption(option)
    editor.resize(1200, 800)
    FirstPaint(editor, lambda: report_and_close(editor))
    editor.show()
    return application.exec()


if __name__ == "__main__":
    program, *arguments = sys.argv[1:]
    sys.exit(start_musnad(*arguments) if program == "musnad" else start_bare(*arguments))
