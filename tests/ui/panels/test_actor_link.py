"""Linking a mention to the registry: what the card says, what the box offers, and what the keys do there."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.actor import Actor
from annotator.ui.entries.rows import EntryRow
from annotator.ui.i18n import set_language
from annotator.ui.languages import Language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.value_menu import ValueMenu
from annotator.ui.session import Session

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "قال سامر الحلبي لنادية إن الوزير سَامر الحلبي رفض، ثم أكد الحلبي."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        project.add_document(TEXT)
        project.add_actor("سامر الحلبي", "person", ["أبو رامي", "Samer al-Halabi"])
        project.add_actor("نادية الحلبي", "person")
        project.add_actor("وزارة النقل", "organization")
    made = app.open_window(place)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    made.close()


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def mark(window: MainWindow, words: str, label: str = "actor") -> str:
    start = TEXT.index(words)
    span = session_of(window).mark(start, start + len(words), label)
    assert span is not None
    return span.id


def ask(window: MainWindow) -> None:
    QTest.keyClick(window.workspace.article, Key.Key_I)
    assert window.features.actor_link().isVisible()
    assert QApplication.focusWidget() is window.features.actor_link().line


def offered(window: MainWindow) -> list[EntryRow]:
    rows = window.features.actor_link().rows
    return [rows.row(place) for place in range(rows.rowCount())]


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.features.actor_link().line, key, modifiers)


def linked(window: MainWindow, span_id: str) -> Actor | None:
    project = session_of(window).project
    actor_id = project.span(span_id).actor_id
    return None if actor_id is None else project.actor(actor_id)


def card(window: MainWindow) -> QToolButton:
    button = window.workspace.inspector.findChild(QToolButton, "actor_card")
    assert isinstance(button, QToolButton)
    return button


def test_enter_takes_the_entry_of_that_name_and_goes_back_to_the_article(window: MainWindow) -> None:
    span = mark(window, "سامر الحلبي")
    ask(window)
    assert [row.title for row in offered(window)][:2] == ["سامر الحلبي", "New actor “\u2068سامر الحلبي\u2069”"]
    press(window, Key.Key_Return)
    assert linked(window, span) == session_of(window).project.actors()[0]
    assert not window.features.actor_link().isVisible()
    assert QApplication.focusWidget() is window.workspace.article
    assert "سامر الحلبي" in card(window).text()


def test_what_is_only_like_the_name_is_not_taken_by_one_key(window: MainWindow) -> None:
    span = mark(window, "الحلبي.")
    session_of(window).project.update(span, parts=(len(TEXT) - 7, len(TEXT) - 1))
    ask(window)
    titles = [row.title for row in offered(window)]
    assert titles[0].startswith("New actor")
    assert set(titles[1:]) == {"سامر الحلبي", "نادية الحلبي"}
    press(window, Key.Key_Down)
    press(window, Key.Key_Down)
    press(window, Key.Key_Return)
    found = linked(window, span)
    assert found is not None and found.name == titles[2]


def test_the_choice_for_a_name_is_remembered_in_any_spelling(window: MainWindow) -> None:
    nadia = session_of(window).project.actors()[1]
    first = mark(window, "سامر الحلبي")
    session_of(window).project.update(first, actor_id=nadia.id)
    second = mark(window, "سَامر الحلبي")
    ask(window)
    assert [row.title for row in offered(window)][:2] == ["نادية الحلبي", "سامر الحلبي"]
    assert "chosen for this name before" in offered(window)[0].detail
    press(window, Key.Key_Return)
    assert linked(window, second) == nadia


@pytest.mark.parametrize("typed", ["samer halabi", "ابو رامى", "سامر حلبى"])
def test_typing_finds_by_any_name_in_any_spelling(window: MainWindow, typed: str) -> None:
    span = mark(window, "الوزير")
    ask(window)
    line = window.features.actor_link().line
    line.setText(typed[:-1])
    QTest.keyClicks(line, typed[-1]) if typed.isascii() else line.insert(typed[-1])
    assert offered(window)[0].title == "سامر الحلبي"
    press(window, Key.Key_Return)
    found = linked(window, span)
    assert found is not None and found.name == "سامر الحلبي"


def test_control_enter_makes_an_entry_and_one_undo_takes_it_back(window: MainWindow) -> None:
    project = session_of(window).project
    span = mark(window, "لنادية")
    session_of(window).set_attribute("kind", "office")
    ask(window)
    QTest.keyClicks(window.features.actor_link().line, "Nadia")
    press(window, Key.Key_Return, CTRL)
    made = linked(window, span)
    assert made is not None and (made.name, made.kind) == ("Nadia", "office")
    assert session_of(window).status == "doing", "the key for done is the box's own here"
    QTest.keyClick(window.workspace.article, Key.Key_Z, CTRL)
    assert linked(window, span) is None
    assert len(project.actors()) == 3


def test_a_name_that_nobody_has_becomes_an_entry_with_enter_and_the_letter_of_its_kind(window: MainWindow) -> None:
    span = mark(window, "قال")
    ask(window)
    assert [row.title for row in offered(window)] == ["New actor “\u2068قال\u2069”"]
    assert offered(window)[0].end == "of which kind?"
    press(window, Key.Key_Return)
    assert linked(window, span) is None, "nobody is of a kind that nobody has chosen"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ValueMenu)
    QTest.keyClick(menu, Key.Key_O)
    made = linked(window, span)
    assert made is not None and (made.name, made.kind) == ("قال", "organization")
    assert session_of(window).project.span(span).attributes["kind"] == "organization"


def test_another_kind_of_a_mention_is_told_to_be_its_entry_s(window: MainWindow) -> None:
    span = mark(window, "سامر الحلبي")
    ask(window)
    press(window, Key.Key_Return)
    QTest.keyClick(window.workspace.article, Key.Key_1)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ValueMenu)
    QTest.keyClick(menu, Key.Key_F)
    made = linked(window, span)
    assert made is not None and made.kind == "office"
    assert window.messages.isVisible() and "سامر الحلبي" in window.messages.text.text()
    assert window.workspace.inspector.segments("kind").button("office").isChecked()


def test_escape_leaves_and_a_link_can_be_taken_away(window: MainWindow) -> None:
    span = mark(window, "سامر الحلبي")
    ask(window)
    press(window, Key.Key_Escape)
    assert linked(window, span) is None and QApplication.focusWidget() is window.workspace.article
    ask(window)
    press(window, Key.Key_Return)
    ask(window)
    assert offered(window)[-1].title == "Nobody in the registry"
    QTest.keyClick(window.features.actor_link().line, Key.Key_PageDown)
    press(window, Key.Key_Return)
    assert linked(window, span) is None


def test_only_mentions_are_asked_about(window: MainWindow) -> None:
    mark(window, "قال", "cue")
    assert not window.registry.action("annotate.link_actor").isEnabled()
    assert window.workspace.inspector.findChild(QToolButton, "actor_card") is None
    mark(window, "الوزير")
    assert card(window).text() == "Who is it?"
    QTest.mouseClick(card(window), Qt.MouseButton.LeftButton)
    assert window.features.actor_link().isVisible()


def test_a_row_is_clicked(window: MainWindow) -> None:
    span = mark(window, "سامر الحلبي")
    ask(window)
    box = window.features.actor_link()
    QTest.mouseClick(
        box.list.viewport(), Qt.MouseButton.LeftButton, pos=box.list.visualRect(box.rows.index(0, 0)).center()
    )
    assert linked(window, span) is not None and not box.isVisible()


def test_the_box_stands_in_the_window_even_without_the_card(window: MainWindow) -> None:
    mark(window, "سامر الحلبي")
    for language in get_args(Language):
        set_language(language)
        for pane in (True, False):
            window.workspace.panes[1].setVisible(pane)
            ask(window)
            assert window.rect().contains(window.features.actor_link().geometry())
            press(window, Key.Key_Escape)


def test_names_in_latin_letters_are_shown_on_request(window: MainWindow) -> None:
    mark(window, "سامر الحلبي")
    project = session_of(window).project
    project.add_actor("سامر الحلبي", "office")
    ask(window)
    assert "Hlbi" not in offered(window)[1].detail
    press(window, Key.Key_Escape)
    window.registry.run("view.transliteration")
    assert window.registry.action("view.transliteration").isChecked()
    ask(window)
    details = [row.detail for row in offered(window)[:2]]
    assert "Samer al-Halabi" in details[0], "the registry's own comes before what letters alone say"
    assert "Samr al-Hlbi" in details[1]


def test_the_card_follows_the_registry(window: MainWindow) -> None:
    span = mark(window, "سامر الحلبي")
    project = session_of(window).project
    actor = project.actors()[0]
    project.update(span, actor_id=actor.id)
    project.update_actor(actor.id, name="سامر حلبي")
    assert "سامر حلبي" in card(window).text()


def test_a_reader_cannot_link(window: MainWindow) -> None:
    mark(window, "سامر الحلبي")
    path = session_of(window).project.path
    window.close_project()
    window.show_project(Project.open(path, read_only=True))
    session = session_of(window)
    session.select(session.spans[0].id)
    QTest.keyClick(window.workspace.article, Key.Key_I)
    assert not window.features.asks_for_actor
