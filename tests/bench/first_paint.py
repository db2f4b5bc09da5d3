"""Starts one program, waits until its article is first painted, and says when that was.

    python first_paint.py musnad PROJECT                       the real door, as `musnad PROJECT` takes it
    python first_paint.py bare TEXT_FILE FAMILY,... POINTS     nothing but a QTextEdit with the same text

Prints one JSON object: `painted`, the time in seconds on the system's monotonic clock, `cpu`, the seconds of processor
time until then, `modules`, the names of what was imported until then, `memory`, the most MiB until then (None where
the system does not say), and `families` and `points`, the font of the article. Imports as little as it can before the
program does: the program is to find Python as it would without us.
"""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False  # `typing` is one import more
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from PySide6.QtWidgets import QAbstractScrollArea, QApplication


def when_painted(area: QAbstractScrollArea, then: Callable[[], None]) -> None:
    """Call back once the first paint event of this scroll area has been dealt with."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    area.viewport().installEventFilter(FirstPaint(area))


def now() -> dict[str, object]:
    return {"painted": time.monotonic(), "cpu": time.process_time(), "modules": list(sys.modules)}


def report(moment: dict[str, object], families: list[str], points: float) -> None:
    import json

    print(json.dumps({**moment, "families": families, "points": points, "memory": most_memory()}), flush=True)


def most_memory() -> float | None:
    """The peak of this process in MiB; what `getrusage` calls so is that of whoever started it, if that was more."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib is one import more
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return None


def start_musnad(project: str) -> None:
    """Takes the program's own way in; only its event loop is entered through us, to watch the article."""
    sys.meta_path.insert(0, WatchedWidgets)
    sys.argv = ["musnad", project]
    from annotator.__main__ import main

    main()


class WatchedWidgets:
    """An import hook: `QApplication.exec` looks for the article before it enters the event loop."""

    @classmethod
    def find_spec(cls, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(cls)
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None and spec.loader is not None
        execute = spec.loader.exec_module

        def execute_and_watch(module: ModuleType) -> None:
            execute(module)
            watch_event_loop(module.QApplication)

        spec.loader.exec_module = execute_and_watch  # type: ignore[method-assign]  # this is the hook
        return spec


def watch_event_loop(application: type[QApplication]) -> None:
    enter_event_loop = application.exec

    def watched(*_: object) -> int:
        from PySide6.QtWidgets import QAbstractScrollArea

        windows = application.topLevelWidgets()
        [view] = [view for w in windows for view in w.findChildren(QAbstractScrollArea, "article_view")]
        assert hasattr(view, "text_size")

        def painted() -> None:
            moment = now()
            from annotator.ui.article.typefaces import article_font

            font = article_font(view.text_size())
            report(moment, font.families(), font.pointSizeF())
            view.window().close()

        when_painted(view, painted)
        return enter_event_loop()

    application.exec = watched  # type: ignore[method-assign]  # this is the hook


def start_bare(text_file: str, families: str, points: str) -> None:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QFont, QPaintEvent, QTextOption
    from PySide6.QtWidgets import QApplication, QTextEdit

    class Editor(QTextEdit):
        """Tells of its first paint by itself: to wrap its viewport, PySide would make every class of widgets."""

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    application = QApplication([])
    editor = Editor()
    font = QFont()
    font.setFamilies(families.split(","))
    font.setPointSizeF(float(points))
    editor.setFont(font)
    with open(text_file, encoding="utf-8") as text:  # noqa: PTH123 - pathlib is one import more
        editor.setPlainText(text.read())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    editor.document().setDefaultTextOption(option)
    editor.resize(1200, 800)

    def painted() -> None:
        report(now(), families.split(","), float(points))
        editor.close()

    editor.show()
    application.exec()


if __name__ == "__main__":
    program, *arguments = sys.argv[1:]
    if program == "musnad":
        start_musnad(*arguments)
    else:
        start_bare(*arguments)
