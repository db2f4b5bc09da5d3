"""What a person does in the window with a project that somebody sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from shiboken6 import isValid

from annotator.app import open_window
from annotator.ui.main_window import MainWindow

SHOWING = (
    *(
        "document.details",
        "view.label_tags",
        "view.frames",
        "view.transliteration",
        "help.guidelines",
        "help.shortcuts",
    ),
    *("help.palette", "edit.find", "navigate.next_mark", "annotate.link_actor", "suggest.next", "edit.grow"),
    *("edit.find_in_project", "edit.statements", "view.actors", "view.statements", "annotate.scheme"),
    *("view.language", "view.language"),
    *("edit.copy_html", "view.focus_mode", "view.focus_mode", "suggest.settings", "annotate.everywhere"),
)
"""Actions that show what a project holds, one after the other."""


def use_window(path: Path, look: Callable[[], object] = lambda: None) -> str:
    """Open a project in the window and try everything in it; what the window told in the end.

    `look` is called whenever something else is in sight.
    """
    window = open_window(path, "layla")
    try:
        window.resize(1280, 820)
        window.show()
        QApplication.processEvents()
        read(window)
        tour(window, look)
        return window.messages.text.text()
    finally:
        for one in QApplication.topLevelWidgets():
            if one is not window and isValid(one) and one.isVisible():
                one.close()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def read(window: MainWindow) -> None:
    """Go through the articles, and mark and take back in each."""
    for _ in range(3):
        article = window.workspace.article
        if window.session is None or window.session.document is None:
            continue
        article.select(0, 2)
        QTest.keyClick(article, Qt.Key.Key_Q)
        run(window, "edit.undo", "edit.redo", "navigate.next_mark", "navigate.mark_here", "navigate.next_document")


def tour(window: MainWindow, look: Callable[[], object]) -> None:
    """Show everything that there is to show, and ask every widget for its tip."""
    ask_for_tips(window)
    for action in SHOWING:
        run(window, action)
        for one in QApplication.topLevelWidgets():
            if isValid(one) and one.isVisible():
                ask_for_tips(one)
        look()
        QTest.keyClick(window, Qt.Key.Key_Escape)


def run(window: MainWindow, *actions: str) -> None:
    """Run actions; a dialog that waits for an answer gets none."""
    for action in actions:
        if window.registry.action(action).isEnabled():
            QTimer.singleShot(0, window, _leave_dialog)
            window.registry.action(action).trigger()
        QApplication.processEvents()


def _leave_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog) and dialog.objectName() != "scheme_editor":
        ask_for_tips(dialog)
        dialog.reject()


def ask_for_tips(window: QWidget) -> None:
    """Rest the pointer on each widget that is in sight."""
    for widget in window.findChildren(QWidget):
        # A tip that goes takes its label with it.
        if isValid(widget) and not isinstance(widget, QLabel) and widget.isVisible():
            place = QPoint(widget.width() // 2, widget.height() // 2)
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
