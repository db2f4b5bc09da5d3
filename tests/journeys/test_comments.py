"""Comments beside the article, as people write, answer and walk them: by keyboard, by mouse, in Arabic too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.domain.comment import Comment
from annotator.ui.commenting.feature import Commenting
from annotator.ui.commenting.pane import CommentPane
from annotator.ui.i18n import set_language, tr
from annotator.ui.main_window import MainWindow

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح.\nوقالت نادية إن «العقد» جاهز، بحسب سامر."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Huda has asked layla about a mark of hers, and said something about the other article."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء").id
        other = project.add_document("مقال آخر.", title="آخر").id
        mark = project.annotate(document, (15, 26), "actor")
    with Project.open(path, annotator="huda") as project:
        project.comment(document, "@layla، من هو؟", span_id=mark.id)
        project.comment(other, "قصير")
        project.add_document("ثالث.")
    window = open_(path)
    window.close_project()
    window.open_project(path, "layla")
    qtbot.waitUntil(lambda: len(feature(window).threads) == 1)
    yield window


def feature(window: MainWindow) -> Commenting:
    return window.feature(Commenting)


def pane(window: MainWindow) -> CommentPane:
    found = window.workspace.beside
    assert isinstance(found, CommentPane)
    return found


def said(window: MainWindow, place: int = 0) -> list[Comment]:
    assert window.session is not None
    return window.session.project.comments(window.session.project.documents()[place].id)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def buttons(window: MainWindow, text: str) -> list[QToolButton]:
    return [one for one in pane(window).findChildren(QToolButton) if one.text() == text and one.isVisible()]


def test_a_thread_is_walked_answered_and_resolved_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    press(Qt.Key.Key_F5)
    assert window.session.chosen is not None and window.session.chosen.label == "actor"
    asked = pane(window).chosen
    assert asked is not None and asked.thread.first.annotator == "huda"
    pane(window).composer.field.setFocus()
    write("Samer, the minister. @h")
    assert pane(window).composer.field.names.isVisible()
    press(Qt.Key.Key_Return)
    assert pane(window).composer.text == "Samer, the minister. @huda "
    press(Qt.Key.Key_Return, CONTROL)
    assert window.session.status == "doing", "Ctrl+Enter sends, and does not say that the article is done"
    assert [(one.annotator, one.mentions) for one in said(window)] == [("huda", ("layla",)), ("layla", ("huda",))]
    press(Qt.Key.Key_F5, CONTROL)
    assert said(window)[0].resolved_by == "layla"
    qtbot.waitUntil(lambda: pane(window).shown == [])
    window.registry.run("edit.undo")
    qtbot.waitUntil(lambda: len(pane(window).shown) == 1)


def test_what_is_selected_is_what_a_comment_is_about(window: MainWindow, qtbot: QtBot) -> None:
    article = window.workspace.article
    article.setFocus()
    article.select(30, 43)
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    write("three words")
    press(Qt.Key.Key_Return)
    assert said(window)[1].parts == ((30, 43),) and said(window)[1].span_id is None
    article.setFocus()
    article.clear_selection()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    write("note")
    press(Qt.Key.Key_Return, SHIFT)
    write("two lines")
    press(Qt.Key.Key_Return)
    assert window.session is not None and window.session.selected is not None
    assert (said(window)[2].span_id, said(window)[2].text) == (window.session.selected.id, "note\ntwo lines")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert window.session.selected is None
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    write("all of it")
    press(Qt.Key.Key_Return)
    assert (said(window)[3].span_id, said(window)[3].parts) == (None, None)
    qtbot.waitUntil(lambda: len(feature(window).threads) == 4)
    assert [one.about for one in feature(window).threads] == ["document", "mark", "mark", "passage"]


@pytest.mark.heavy
def test_my_own_words_are_changed_and_deleted_and_those_of_others_are_not(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F5)
    pane(window).composer.field.setFocus()
    write("yes")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(buttons(window, "Edit")) == 1)
    QTest.mouseClick(buttons(window, "Edit")[0], Qt.MouseButton.LeftButton)
    write(" and no")
    press(Qt.Key.Key_Return)
    assert said(window)[1].text == "yes and no"
    qtbot.waitUntil(lambda: len(buttons(window, "Delete")) == 1)
    QTest.mouseClick(buttons(window, "Delete")[0], Qt.MouseButton.LeftButton)
    assert len(said(window)) == 1


@pytest.mark.heavy
def test_mentions_are_found_in_all_articles_and_filters_sort_out(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    window.session.show(window.session.summaries()[2].id)
    window.registry.run("comment.mentions")
    qtbot.waitUntil(lambda: len(pane(window).shown) == 1)
    QTest.keyClick(pane(window).list, Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.session.position() == 0, "Enter leads to the article of a thread"
    counts = {}
    for kind in ("open", "resolved", "mine", "mentions"):
        chip = pane(window).findChild(QToolButton, kind)
        assert chip is not None
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        counts[kind] = len(pane(window).shown)
    assert counts == {"open": 2, "resolved": 0, "mine": 0, "mentions": 1}


@pytest.mark.heavy
def test_signs_stand_in_the_margin_and_in_the_lists_and_open_the_thread(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    article, sides = window.workspace.article, window.workspace.sides
    document = window.session.summaries()[0].id
    assert sides.marks.rows.commented == {window.session.spans[0].id}
    assert sides.documents.rows.comments[document] == 1
    marks = article.page.marks.at(16)
    assert "with comments" in article.speak_marks(marks) and "with comments" in article.describe_marks(marks)
    line = article.span_rects(15, 26)[0].center().y()
    places = [QPoint(x, round(line)) for x in range(article.column_left)]
    sign = next(place for place in places if article.signs_at(place))
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    asked = pane(window).chosen
    assert asked is not None and asked.thread.first.mentions == ("layla",)
    window.session.project.resolve_comment(asked.thread.first.id)
    qtbot.waitUntil(lambda: not article.signs_at(sign))
    assert document not in sides.documents.rows.comments


@pytest.mark.heavy
def test_what_is_being_written_outlives_another_pane_and_the_language(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("comment.add")
    write("half a")
    window.registry.run("help.guidelines")
    window.registry.run("view.comments")
    assert pane(window).composer.text == "half a"
    set_language("ar")
    qtbot.waitUntil(lambda: pane(window).composer.send.text() == tr("Comment") != "Comment")
    assert pane(window).composer.text == "half a"
    pane(window).list.setFocus()
    press(Qt.Key.Key_Escape)
    assert window.workspace.beside is None and window.workspace.article.hasFocus()
