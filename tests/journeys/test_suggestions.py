"""Suggestions answered where one reads: walked with Tab, taken with Enter, refused with Backspace, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.guidelines import GuidelinesPane
from annotator.ui.session import Session
from annotator.ui.suggesting.dialog import SuggestersDialog
from tests.camel_data import make_database

Drag = Callable[[MainWindow, str], None]
Key = Qt.Key
SAID = "أعلن وزير النقل رائد الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده.\n"
AGAIN = "ورحّب رائد الحلبي بالوفد، ووعد رائد الحلبي خيرًا.\n"
ELSEWHERE = "زار رائد الحلبي المرفأ."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of two articles and one actor."""
    place = tmp_path / "harbour.musnad"
    with Project.create(place) as project:
        project.add_document(SAID + AGAIN, title="الميناء")
        project.add_document(ELSEWHERE, title="المرفأ")
        project.add_actor("رائد الحلبي", "person")
    return place


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def press(window: MainWindow, *keys: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys in the article, where the person is reading."""
    for key in keys:
        QTest.keyClick(window.workspace.article, key, modifiers)


def words(window: MainWindow, *, mine: bool) -> list[str]:
    """What the marks, or the suggestions, of the article say."""
    session = session_of(window)
    assert session.document is not None
    return [span.quote(session.document.text) for span in (session.spans if mine else session.suggestions)]


def suggest(window: MainWindow, qtbot: QtBot, key: Key = Key.Key_J) -> None:
    press(window, key, modifiers=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(session_of(window).suggestions) and not window.features.transfers().tasks)
    window.workspace.article.setFocus()


def pointed(window: MainWindow) -> str:
    session = session_of(window)
    assert session.document is not None
    return session.pointed.quote(session.document.text) if session.pointed is not None else ""


@pytest.fixture
def by_name(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with a suggestion for each place that names the actor."""
    session_of(window).project.suggest(["aliases"])
    assert words(window, mine=False) == ["رائد الحلبي"] * 3
    window.workspace.article.setFocus()
    qtbot.waitUntil(lambda: window.workspace.article.hasFocus())
    return window


def test_a_key_lets_the_suggesters_read_the_article(window: MainWindow, qtbot: QtBot) -> None:
    suggest(window, qtbot)
    assert {"أعلن", "رائد الحلبي", "ميناء الزهراء سيُفتح في موعده"} <= set(words(window, mine=False))
    assert words(window, mine=True) == []
    other = session_of(window).summaries()[1].id
    assert session_of(window).project.suggestions(other) == []


def test_all_articles_are_read_at_once_and_one_undo_forgets_it(window: MainWindow, qtbot: QtBot) -> None:
    project = session_of(window).project
    ids = [item.id for item in project.summaries()]
    window.registry.run("suggest.run_project")
    qtbot.waitUntil(lambda: all(project.suggestions(one) for one in ids) and not window.features.transfers().tasks)
    press(window, Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert [project.suggestions(one) for one in ids] == [[], []]


def test_suggestions_are_hollow_and_say_so(by_name: MainWindow) -> None:
    article = by_name.workspace.article
    start = (SAID + AGAIN).index("رائد")
    [mark] = article.page.marks.at(start)
    assert mark.style.hollow
    assert "Suggested" in mark.title
    assert "رائد الحلبي" in article.speak_marks([mark])


def test_tab_stays_in_the_article_while_it_walks(by_name: MainWindow) -> None:
    # By the window's handle, where keys of the window system come in; further in they are pressed as if accepted.
    handle, session = by_name.windowHandle(), session_of(by_name)
    for suggestion in list(session.suggestions):
        QTest.keyClick(handle, Key.Key_Tab)
        assert session.pointed is suggestion and by_name.workspace.article.hasFocus()
    QTest.keyClick(handle, Key.Key_Tab)
    assert session.pointed is None and not by_name.workspace.article.hasFocus(), "after the last one it leads on"


def test_tab_walks_enter_takes_and_backspace_refuses(by_name: MainWindow) -> None:
    press(by_name, Key.Key_Tab)
    assert session_of(by_name).pointed is session_of(by_name).suggestions[0]
    assert "Enter" in by_name.foot.hint.text()
    press(by_name, Key.Key_Return)
    assert words(by_name, mine=True) == ["رائد الحلبي"]
    assert session_of(by_name).spans[0].actor_id is not None
    assert session_of(by_name).pointed is session_of(by_name).suggestions[0], "the next one is asked about"
    press(by_name, Key.Key_Backspace)
    assert len(words(by_name, mine=False)) == 1
    assert len(words(by_name, mine=True)) == 1, "nothing of mine was deleted"
    session_of(by_name).project.suggest(["aliases"])
    assert len(words(by_name, mine=False)) == 1, "what was refused does not come back"


def test_each_answer_is_one_undo_step(by_name: MainWindow) -> None:
    press(by_name, Key.Key_Tab, Key.Key_Return, Key.Key_Backspace)
    control = Qt.KeyboardModifier.ControlModifier
    press(by_name, Key.Key_Z, modifiers=control)
    assert (len(words(by_name, mine=True)), len(words(by_name, mine=False))) == (1, 2)
    press(by_name, Key.Key_Z, modifiers=control)
    assert (len(words(by_name, mine=True)), len(words(by_name, mine=False))) == (0, 3)


def test_shift_tab_walks_back_and_escape_asks_about_none(by_name: MainWindow) -> None:
    press(by_name, Key.Key_Tab, Key.Key_Tab)
    second = session_of(by_name).suggestions[1]
    assert session_of(by_name).pointed is second
    press(by_name, Key.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert session_of(by_name).pointed is session_of(by_name).suggestions[0]
    press(by_name, Key.Key_Escape)
    assert session_of(by_name).pointed is None
    assert len(words(by_name, mine=False)) == 3


def test_tab_leaves_the_article_after_the_last_suggestion(by_name: MainWindow) -> None:
    press(by_name, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert by_name.workspace.article.hasFocus()
    press(by_name, Key.Key_Tab)
    assert not by_name.workspace.article.hasFocus()
    assert session_of(by_name).pointed is None


def test_without_suggestions_tab_leaves_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.article.setFocus()
    qtbot.waitUntil(lambda: window.workspace.article.hasFocus())
    press(window, Key.Key_Tab)
    assert not window.workspace.article.hasFocus()


def test_a_click_asks_about_a_suggestion(by_name: MainWindow) -> None:
    article = by_name.workspace.article
    span = session_of(by_name).suggestions[1]
    box = article.span_rects(span.start, span.start + 1)[0]
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert session_of(by_name).pointed is span
    press(by_name, Key.Key_Return)
    assert words(by_name, mine=True) == ["رائد الحلبي"]


def test_a_claim_is_taken_with_its_source_and_cue(window: MainWindow) -> None:
    session = session_of(window)
    session.project.suggest(["cues"])
    while session.pointed is None or session.pointed.label != "claim":
        press(window, Key.Key_Tab)
    press(window, Key.Key_Return)
    assert {span.label for span in session.spans} == {"claim", "cue", "actor"}
    assert {relation.label for relation in session.relations} == {"source", "cue"}


def test_what_was_taken_before_its_claim_is_linked_with_it(window: MainWindow) -> None:
    session = session_of(window)
    session.project.suggest(["cues"])
    press(window, Key.Key_Tab)
    while session.pointed is not None:
        press(window, Key.Key_Return)
    assert {relation.label for relation in session.relations} == {"source", "cue"}


def test_all_are_taken_at_once_but_for_those_unticked(by_name: MainWindow) -> None:
    press(by_name, Key.Key_J, modifiers=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    pane = by_name.features.suggesting().pane
    assert pane is not None and by_name.workspace.beside is pane
    assert "3" in pane.button.text()
    assert QApplication.focusWidget() is pane.lines
    QTest.keyClick(pane.lines, Key.Key_Down)
    QTest.keyClick(pane.lines, Key.Key_Space)
    assert "2" in pane.button.text()
    QTest.mouseClick(pane.button, Qt.MouseButton.LeftButton)
    assert by_name.workspace.beside is None
    assert (len(words(by_name, mine=True)), len(words(by_name, mine=False))) == (2, 1)
    press(by_name, Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert (len(words(by_name, mine=True)), len(words(by_name, mine=False))) == (0, 3)


def test_all_are_refused_at_once_and_do_not_come_back(by_name: MainWindow) -> None:
    by_name.registry.run("suggest.accept_all")
    pane = by_name.features.suggesting().pane
    assert pane is not None and "3" in pane.refuse.text()
    QTest.mouseClick(pane.refuse, Qt.MouseButton.LeftButton)
    assert by_name.workspace.beside is None
    assert (words(by_name, mine=True), words(by_name, mine=False)) == ([], [])
    session_of(by_name).project.suggest(["aliases"])
    assert words(by_name, mine=False) == []
    press(by_name, Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert len(words(by_name, mine=False)) == 3


def test_guidelines_are_those_of_the_suggestion_that_is_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    suggest(window, qtbot)
    window.registry.run("help.guidelines")
    pane = window.workspace.beside
    assert isinstance(pane, GuidelinesPane)
    window.workspace.article.setFocus()
    seen = set()
    for _ in range(4):
        press(window, Key.Key_Tab)
        asked = session_of(window).pointed
        assert asked is not None and pane.labels.currentData() == asked.label
        seen.add(asked.label)
    assert len(seen) > 1


def test_in_a_narrow_window_the_documents_give_way_to_the_list(by_name: MainWindow, qtbot: QtBot) -> None:
    by_name.resize(1000, 700)
    qtbot.waitUntil(lambda: by_name.width() == 1000)
    documents = by_name.workspace.documents
    before = by_name.workspace.sizes()
    by_name.registry.run("suggest.accept_all")
    pane = by_name.features.suggesting().pane
    assert pane is not None
    qtbot.wait(50)
    assert by_name.width() == 1000 and not documents.isVisible()
    QTest.keyClick(pane.lines, Key.Key_Escape)
    qtbot.waitUntil(documents.isVisible)
    assert by_name.workspace.sizes() == pytest.approx(before, abs=2)


def test_a_list_that_closes_in_focus_mode_brings_no_pane_back_before_its_end(by_name: MainWindow, qtbot: QtBot) -> None:
    by_name.resize(1000, 700)
    qtbot.waitUntil(lambda: by_name.width() == 1000)
    before = by_name.workspace.sizes()
    by_name.registry.run("suggest.accept_all")
    by_name.registry.run("view.focus_mode")
    by_name.features.suggesting().close_pane()
    left, right = by_name.workspace.panes
    assert left.isHidden() and right.isHidden()
    by_name.registry.run("view.focus_mode")
    assert left.isVisible() and right.isVisible()
    assert by_name.workspace.sizes() == pytest.approx(before, abs=2)


def test_the_list_of_all_closes_with_escape(by_name: MainWindow) -> None:
    by_name.registry.run("suggest.accept_all")
    pane = by_name.features.suggesting().pane
    assert pane is not None
    QTest.keyClick(pane.lines, Key.Key_Escape)
    assert by_name.workspace.beside is None
    assert by_name.workspace.article.hasFocus()


def test_the_same_words_are_marked_everywhere_in_one_step(window: MainWindow, drag: Drag, qtbot: QtBot) -> None:
    drag(window, "رائد الحلبي")
    press(window, Key.Key_A)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    session = session_of(window)
    session.select(session.spans[0].id)
    press(window, Key.Key_E, modifiers=modifiers)
    qtbot.waitUntil(lambda: window.features.suggesting().pane is not None)
    pane = window.features.suggesting().pane
    assert pane is not None
    assert [mention.hit.title for mention in pane.chosen] == ["الميناء", "الميناء", "المرفأ"]
    QTest.keyClick(pane.lines, Key.Key_Space)
    QTest.mouseClick(pane.button, Qt.MouseButton.LeftButton)
    other = session.summaries()[1].id
    assert (len(session.spans), len(session.project.spans(other))) == (2, 1)
    press(window, Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert (len(session.spans), len(session.project.spans(other))) == (1, 0)


def test_a_suggester_can_be_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    dialog = SuggestersDialog(window)
    qtbot.addWidget(dialog)
    tick = dialog.findChild(QCheckBox, "suggester.cues")
    assert tick is not None and tick.isChecked()
    tick.click()
    suggest(window, qtbot)
    assert set(words(window, mine=False)) == {"رائد الحلبي"}


def test_what_a_suggester_lacks_is_said_with_the_command(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    dialog = SuggestersDialog(window)
    qtbot.addWidget(dialog)
    tick = dialog.findChild(QCheckBox, "suggester.ner")
    assert tick is not None and not tick.isEnabled() and not tick.isChecked()
    dialog.show()
    commands = [box.text() for box in dialog.findChildren(QLineEdit)]
    # What an analyst cannot use is out of the way; who sets the computer up unfolds it.
    assert not any(box.isVisible() for box in dialog.findChildren(QLineEdit))
    for button in dialog.findChildren(QToolButton):
        button.click()
    assert all(box.isVisible() for box in dialog.findChildren(QLineEdit))
    assert {"camel_data -i ner-arabert", "camel_data -i morphology-db-msa-r13"} <= set(commands)
    make_database(tmp_path, "لبنان")
    dialog = SuggestersDialog(window)
    qtbot.addWidget(dialog)
    assert "camel_data -i morphology-db-msa-r13" not in [box.text() for box in dialog.findChildren(QLineEdit)]


def test_another_project_gets_suggesters_of_its_own(
    open_: Callable[[Path | None], MainWindow], path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.musnad"
    with Project.create(other) as project:
        project.add_document(SAID + AGAIN, title="الميناء")
        project.add_actor("رائد الحلبي", "person")
    window = open_(path)
    suggest(window, qtbot)
    window.registry.run("view.actors")
    window.registry.run("view.actors")
    window.registry.run("file.close")
    assert window.session is None
    window.open_project(other)
    assert window.session is not None and window.session.suggestions == []
    suggest(window, qtbot)
    window.registry.run("file.close")
    assert window.session is None


def test_the_window_hears_of_many_articles_a_few_times_a_second(
    open_: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "many.musnad"
    with Project.create(place) as project:
        for number in range(60):
            project.add_document(f"{SAID}{number}", title=f"{number}")
        project.add_actor("رائد الحلبي", "person")
    window = open_(place)
    told: list[int] = []
    session_of(window).written.connect(lambda: told.append(1))
    window.registry.run("suggest.run_project")
    qtbot.waitUntil(lambda: not window.features.transfers().tasks and bool(told))
    assert session_of(window).suggestions
    assert 0 < len(told) < 20


def test_the_guidelines_take_the_place_of_the_list(by_name: MainWindow, qtbot: QtBot) -> None:
    by_name.registry.run("suggest.accept_all")
    assert not by_name.registry.action("help.guidelines").isChecked()
    by_name.registry.run("help.guidelines")
    beside: QWidget | None = by_name.workspace.beside
    assert isinstance(beside, GuidelinesPane)
    qtbot.waitUntil(lambda: by_name.features.suggesting().pane is None)
    by_name.registry.run("suggest.accept_all")
    pane = by_name.features.suggesting().pane
    assert pane is not None and by_name.workspace.beside is pane
