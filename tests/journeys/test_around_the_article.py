"""What a person does around the marking: bring articles, find commands, change language and colours, meet errors."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui import recent_state
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.help import Guide
from annotator.ui.i18n import language
from annotator.ui.importing.feature import Imports
from annotator.ui.main_window import MainWindow
from annotator.ui.shortcuts_help import ShortcutHelp
from annotator.ui.theme import themes

NAME = "سامر الحلبي"
Open = Callable[[Path | None], MainWindow]
Drag = Callable[[MainWindow, str], None]


def drop(window: MainWindow, *files: Path) -> None:
    """Let files fall on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(200, 200), *how)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *how))


def wait_for_message(window: MainWindow, qtbot: QtBot, part: str) -> str:
    qtbot.waitUntil(lambda: window.messages.isVisible() and part in window.messages.text.text(), timeout=10_000)
    return window.messages.text.text()


def import_shown(window: MainWindow, qtbot: QtBot, lines: int) -> None:
    """Wait until everything that was dropped is shown, and import what is chosen of it."""
    page = window.features.get(Imports).page().page
    qtbot.waitUntil(lambda: not page.busy and len(page.lines) == lines, timeout=10_000)
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_files_dropped_on_the_window_become_articles(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    good, old, bad = tmp_path / "good.txt", tmp_path / "old.txt", tmp_path / "bad.txt"
    good.write_text("قال المتحدث إن الاجتماع ناجح.", encoding="utf-8")
    old.write_text("المعارضة تطالب بتحقيق مستقل.", encoding="utf-8")
    bad.write_bytes(bytes(range(256)) * 8)
    drop(window, good, old, bad)
    import_shown(window, qtbot, lines=3)
    told = wait_for_message(window, qtbot, "added")
    assert "1 articles added" in told or "1 article added" in told
    assert "bad.txt" in told
    assert window.session is not None
    qtbot.waitUntil(lambda: window.workspace.documents.rows.rowCount() == 4)
    assert not window.messages.more.isHidden()
    QTest.mouseClick(window.messages.more, Qt.MouseButton.LeftButton)
    assert "bad.txt" in window.messages.details.toPlainText()
    QTest.mouseClick(window.messages.dismiss, Qt.MouseButton.LeftButton)
    assert window.messages.isHidden()


def test_an_empty_project_says_how_to_bring_articles(open_: Open, tmp_path: Path, qtbot: QtBot) -> None:
    with Project.create(tmp_path / "empty.musnad"):
        pass
    window = open_(tmp_path / "empty.musnad")
    assert window.workspace.empty.isVisible()
    file = tmp_path / "first.txt"
    file.write_text("قال الوزير إن الميناء سيُفتح.", encoding="utf-8")
    drop(window, file)
    import_shown(window, qtbot, lines=1)
    qtbot.waitUntil(lambda: window.registry.context.has_document, timeout=10_000)
    assert window.workspace.article.isVisible()


def test_without_a_project_the_window_welcomes(open_: Open, path: Path, tmp_path: Path) -> None:
    recent_state.remember_recent(path, "layla")
    window = open_(None)
    assert window.projects.welcome.isVisible() and window.projects.welcome.recent[0].hasFocus(), "to go on by Enter"
    file = tmp_path / "first.txt"
    file.write_text("قال الوزير إن الميناء سيُفتح.", encoding="utf-8")
    drop(window, file)
    assert "drop the articles again" in window.messages.text.text()
    [recent] = window.projects.welcome.recent
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert window.session is not None and window.workspace.isVisible()
    window.registry.run("file.close")
    assert window.session is None and window.projects.welcome.isVisible()
    drop(window, path)
    assert window.session is not None


def test_a_new_project_is_begun(open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(dialog: NewProjectDialog) -> int:
        dialog.place.line.setText(str(tmp_path / "fresh"))
        dialog.who.setText("no spaces allowed")
        dialog.accept()
        assert dialog.problem.text() != "" and dialog.project is None
        dialog.who.setText("omar")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(NewProjectDialog, "exec", fill)
    window = open_(None)
    window.registry.run("file.new")
    assert window.session is not None
    assert window.session.project.annotator == "omar"
    assert (tmp_path / "fresh.musnad").exists()


def test_a_project_is_opened_by_the_dialog(open_: Open, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window = open_(None)
    window.registry.run("file.open")
    assert window.session is not None and window.session.project.path == path


def test_the_menu_on_a_mark_is_made_from_the_actions(window: MainWindow, drag: Drag) -> None:
    drag(window, NAME)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_A)
    assert window.session is not None
    span = window.session.spans[0]
    article = window.workspace.article
    place = article.span_rects(span.start, span.end)[0].center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, article.viewport().mapToGlobal(place))
    QApplication.sendEvent(article.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ids = [action.objectName() for action in menu.actions() if action.objectName()]
    assert ids[:3] == ["annotate.label.actor", "annotate.label.cue", "annotate.label.claim"]
    delete = next(action for action in menu.actions() if action.objectName() == "annotate.delete")
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(delete).center()
    )
    assert window.session.spans == []


def test_the_list_of_marks_has_the_same_menu(window: MainWindow, drag: Drag) -> None:
    drag(window, NAME)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_A)
    marks = window.workspace.marks
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 10), marks.mapToGlobal(QPoint(20, 10)))
    QApplication.sendEvent(marks.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "annotate.delete" in [action.objectName() for action in menu.actions()]
    menu.close()


def test_the_palette_runs_what_is_typed(window: MainWindow) -> None:
    QTest.keyClick(window.workspace.article, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "dark")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert themes().theme.name == "dark"


def test_language_and_theme_change_while_the_window_is_open(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    drag(window, NAME)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_A)
    documents, inspector = window.workspace.documents, window.workspace.inspector
    assert documents.mapTo(window, QPoint(0, 0)).x() < inspector.mapTo(window, QPoint(0, 0)).x()
    window.registry.run("view.language")
    assert language() == "ar"
    qtbot.waitUntil(lambda: window.head.labels.buttons[0].text() == "فاعل")
    qtbot.waitUntil(lambda: documents.mapTo(window, QPoint(0, 0)).x() > inspector.mapTo(window, QPoint(0, 0)).x())
    assert window.workspace.inspector.segments("kind").button("person").text() == "شخص"
    window.registry.run("view.theme")
    assert themes().theme.name == "dark"
    assert window.session is not None and window.session.selected is not None
    window.registry.run("view.language")
    qtbot.waitUntil(lambda: window.head.labels.buttons[0].text() == "Actor")


def test_a_project_that_is_open_elsewhere_is_told(open_: Open, path: Path) -> None:
    with Project.open(path):
        window = open_(path)
        assert window.session is None and window.projects.welcome.isVisible()
        assert "is open in another Musnad" in window.messages.text.text()
        assert window.messages.isVisible()
    window.open_project(path)
    assert window.session is not None
    assert window.messages.isHidden()


def test_a_damaged_project_leaves_the_open_one_alone(window: MainWindow, path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.musnad"
    shutil.copy(path, broken)
    content = bytearray(broken.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    broken.write_bytes(content)
    assert not window.open_project(broken)
    assert "broken" in window.messages.text.text()
    assert not window.open_project(tmp_path / "nothing.musnad")
    assert window.session is not None and window.session.project.path == path


def test_the_sample_opens_with_its_marks(
    open_: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import QStandardPaths

    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(tmp_path / "data"))
    window = open_(None)
    window.registry.run("file.sample")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert window.session is not None
    assert len(window.session.summaries()) >= 8
    assert window.session.spans
    claim = next(span for span in window.session.spans if window.session.roles(span))
    window.session.select(claim.id)
    window.registry.run("file.close")
    window.registry.run("file.sample")
    assert window.session is not None


def test_the_guide_and_the_keys_open(window: MainWindow) -> None:
    window.registry.run("help.guide")
    guide = window.findChild(Guide)
    assert guide is not None and "Ctrl+K" in guide.page.toPlainText()
    window.registry.run("help.shortcuts")
    sheet = window.findChild(ShortcutHelp)
    assert sheet is not None and sheet.isVisible()
