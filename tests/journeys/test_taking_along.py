"""What a person takes along: names on the marks, and the article as paper, picture and HTML."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from annotator.ui.i18n import choose_language
from annotator.ui.main_window import MainWindow

NAME = "سامر الحلبي"
CLAIM = "ميناء الزهراء سيُفتح في موعده"
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[Path | None], MainWindow]
Drag = Callable[[MainWindow, str], None]


@pytest.fixture
def marked(window: MainWindow, drag: Drag) -> MainWindow:
    """The window with an actor and a claim marked in the first article."""
    for words, key in ((NAME, Qt.Key.Key_A), (CLAIM, Qt.Key.Key_C)):
        drag(window, words)
        QTest.keyClick(window.workspace.article, key)
    window.workspace.article.clear_selection()
    return window


def text_of(window: MainWindow) -> str:
    assert window.session is not None and window.session.document is not None
    return window.session.document.text


def middle(window: MainWindow, words: str) -> QPoint:
    start = text_of(window).index(words)
    return window.workspace.article.span_rects(start, start + len(words))[0].center().toPoint()


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.features.transfers().tasks) == 0, timeout=20_000)


def test_tags_come_and_go_with_a_key_and_are_remembered(marked: MainWindow, open_: Open, path: Path) -> None:
    article = marked.workspace.article
    place = middle(marked, NAME)
    QTest.keyClick(article, Qt.Key.Key_T, CONTROL)
    assert article.shows_tags and marked.registry.action("view.label_tags").isChecked()
    assert middle(marked, NAME).y() > place.y()
    # The tag stands right above the beginning of the name; a click on it chooses the mark.
    start = text_of(marked).index(NAME)
    name = article.span_rects(start, start + len(NAME))[0]
    QTest.mouseClick(
        article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(name.right()) - 6, round(name.top()) - 8)
    )
    assert marked.session is not None and marked.session.selected is not None
    assert marked.session.selected.quote(text_of(marked)) == NAME
    marked.close()
    again = open_(path)
    assert again.workspace.article.shows_tags
    QTest.keyClick(again.workspace.article, Qt.Key.Key_T, CONTROL)
    assert not again.workspace.article.shows_tags
    assert middle(again, NAME) == place
    again.close()
    assert not open_(path).workspace.article.shows_tags


def test_the_pointer_is_told_what_a_mark_is(marked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *__: told.append(text))
    viewport = marked.workspace.article.viewport()

    def rest(words: str) -> str:
        point = middle(marked, words)
        QTest.mouseMove(viewport, point)
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
        return told[-1]

    assert marked.session is not None
    actor = next(span for span in marked.session.spans if span.label == "actor")
    marked.session.project.update(actor.id, attributes={"kind": "person"})
    assert "Actor" in rest(NAME) and "person" in rest(NAME)
    assert "Claim" in rest("الزهراء") and "Actor" not in rest("الزهراء")
    assert rest("الثلاثاء") == ""
    choose_language("ar")
    assert "فاعل" in rest(NAME) and "شخص" in rest(NAME)


def test_an_article_is_copied_with_its_marks_and_as_a_picture(marked: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    article = marked.workspace.article
    both = CONTROL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(article, Qt.Key.Key_C, both)
    settle(marked, qtbot)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text_of(marked)
    assert NAME in data.html() and data.html().count("data-mark=") == 2
    drag(marked, "وقالت نقابة البحارة")
    QTest.keyClick(article, Qt.Key.Key_C, both)
    settle(marked, qtbot)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "وقالت نقابة البحارة" and "data-mark=" not in data.html()
    QTest.keyClick(article, Qt.Key.Key_P, both)
    settle(marked, qtbot)
    line = QGuiApplication.clipboard().image()
    assert not line.isNull() and line.height() < 6 * article.page.type.line_height
    QTest.keyClick(article, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "وقالت نقابة البحارة"


def test_an_article_is_printed_with_the_key_that_prints_everywhere(
    marked: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    QTest.keyClick(marked.workspace.article, Qt.Key.Key_P, CONTROL)
    settle(marked, qtbot)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    assert "sent to the printer" in marked.messages.text.text()


def test_an_article_is_saved_as_a_pdf_under_a_name_that_is_typed(
    marked: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    def type_a_name() -> None:
        dialog = QApplication.activeModalWidget()
        line = dialog.findChild(QLineEdit) if isinstance(dialog, QFileDialog) else None
        if line is None:
            # A busy machine is not there yet, and the dialog would wait for ever for a name.
            QTimer.singleShot(100, type_a_name)
            return
        assert "الميناء" in line.text()
        line.selectAll()
        QTest.keyClicks(line, str(tmp_path / "typed"))
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(100, type_a_name)
    marked.registry.run("file.save_pdf")
    settle(marked, qtbot)
    assert (tmp_path / "typed.pdf").read_bytes().startswith(b"%PDF-")
    assert "typed.pdf" in marked.messages.text.text()
