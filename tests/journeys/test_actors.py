"""An analyst names who is mentioned, with the keyboard alone: link, create, remember, merge, split, undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator import Project
from annotator.ui.commands.shaping import MOVES
from annotator.ui.main_window import MainWindow

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FIRST = "سامر الحلبي قال إن الوزير رفض."
SECOND = "سَامِر الحلبى نفى، والوزير صمت."


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> QWidget:
    """A key where the focus is; where it is afterwards."""
    for _ in range(times):
        QTest.keyClick(focus(), key, modifiers)
        QApplication.processEvents()
    return focus()


def choose_kind(letter: Key) -> None:
    """The letter of the kind of a new actor, in the list that asks for it."""
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, letter)


def tab_to(widget: QWidget) -> None:
    """Tab, until the focus is there."""
    stops: list[str] = []
    while QApplication.focusWidget() is not widget:
        stops.append(press(Key.Key_Tab).objectName())
        assert len(stops) < 40, stops


@pytest.fixture
def desk(open_: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """Two articles in which the same two people appear."""
    place = tmp_path / "two.musnad"
    with Project.create(place) as project:
        project.add_document(FIRST, title="أول")
        project.add_document(SECOND, title="ثان")
    return open_(place)


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def named(window: MainWindow) -> dict[str, list[str]]:
    """What every actor's mentions say."""
    project = project_of(window)
    return {actor.name: [one.hit.text for one in project.mentions(actor.id)] for actor in project.actors()}


def test_two_articles_and_their_actors_by_keyboard(desk: MainWindow) -> None:
    article = desk.workspace.article
    press(Key.Key_Home)
    press(Key.Key_Left, CTRL | SHIFT, 2)
    press(Key.Key_A)
    press(Key.Key_I)
    assert press(Key.Key_Return) is article, "nobody of that name yet: Enter makes the entry"
    choose_kind(Key.Key_P)
    assert named(desk) == {"سامر الحلبي": ["سامر الحلبي"]}

    place = FIRST.index("الوزير")
    article.select(place, place + len("الوزير"))
    press(Key.Key_A)
    press(Key.Key_I)
    QTest.keyClicks(focus(), "The minister")
    assert press(Key.Key_Return, CTRL) is article
    choose_kind(Key.Key_F)
    assert named(desk) == {"سامر الحلبي": ["سامر الحلبي"], "The minister": ["الوزير"]}

    press(Key.Key_PageDown, CTRL)
    press(Key.Key_Home)
    press(Key.Key_Left, CTRL | SHIFT, 2)
    press(Key.Key_A)
    press(Key.Key_I)
    press(Key.Key_Return)
    assert named(desk)["سامر الحلبي"] == ["سامر الحلبي", "سَامِر الحلبى"], "the same name in another spelling"
    article.select(SECOND.index("الوزير"), SECOND.index(" صمت"))
    press(Key.Key_A)
    press(Key.Key_I)
    assert desk.features.actor_link().rows.row(0).title == "The minister", "what was chosen for these words before"
    press(Key.Key_Return)
    assert named(desk)["The minister"] == ["الوزير", "الوزير"]

    before = project_of(desk).actors()
    press(Key.Key_R, CTRL)
    page = desk.features.actor_pages().page
    assert press(Key.Key_Home) is page.list
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Tab)
    tab_to(page.merging.button)
    press(Key.Key_Space)
    assert len(named(desk)) == 1 and sum(map(len, named(desk).values())) == 4
    assert press(Key.Key_Z, CTRL) is page.list
    assert project_of(desk).actors() == before

    press(Key.Key_Home)
    chosen = page.rows.row(0).title
    tab_to(page.entry.mentions)
    press(Key.Key_Home)
    press(Key.Key_Space)
    press(Key.Key_Tab)
    QTest.keyClicks(focus(), "Somebody else")
    press(Key.Key_Return)
    assert len(named(desk)["Somebody else"]) == 1 and len(named(desk)[chosen]) == 1
    press(Key.Key_Z, CTRL)
    assert project_of(desk).actors() == before

    press(Key.Key_Home)
    tab_to(page.entry.mentions)
    press(Key.Key_End)
    assert press(Key.Key_Return) is article
    assert desk.session is not None and desk.session.selected is not None
    assert desk.session.document is not None and desk.session.document.text == SECOND
    assert project_of(desk).check() == []


def test_what_acts_on_the_article_rests_while_the_registry_covers_it(desk: MainWindow) -> None:
    session = desk.session
    assert session is not None
    desk.workspace.article.select(0, 5)
    desk.registry.run("annotate.label.actor")
    desk.registry.run("view.actors")
    at_marks = ["annotate.delete", "navigate.next_mark", "annotate.link_actor", *(move.id for move in MOVES)]
    assert desk.workspace.covered
    assert not any(desk.registry.action(name).isEnabled() for name in at_marks)
    desk.registry.run("navigate.article")
    assert not desk.workspace.covered and desk.workspace.article.hasFocus()
    assert all(desk.registry.action(name).isEnabled() for name in at_marks)


def test_who_chooses_a_mark_or_the_article_sees_it_instead_of_the_registry(desk: MainWindow) -> None:
    session = desk.session
    assert session is not None
    desk.workspace.article.select(0, 5)
    desk.registry.run("annotate.label.actor")
    marks, documents = desk.workspace.marks, desk.workspace.documents
    for listed in (marks, documents):
        desk.registry.run("view.actors")
        assert desk.workspace.covered
        QTest.mouseClick(
            listed.viewport(), Qt.MouseButton.LeftButton, NONE, listed.visualRect(listed.model().index(0, 0)).center()
        )
        assert not desk.workspace.covered and desk.workspace.article.isVisible()


def test_the_foot_tells_the_keys_of_the_box_that_asks_who_it_is(desk: MainWindow) -> None:
    desk.workspace.article.select(0, 5)
    desk.registry.run("annotate.label.actor")
    before = desk.foot.hint.text()
    press(Key.Key_I)
    assert "Ctrl+Enter" in desk.foot.hint.text()
    press(Key.Key_Escape)
    assert desk.foot.hint.text() == before


def test_the_box_closes_when_its_mention_goes_out_of_sight(desk: MainWindow) -> None:
    session = desk.session
    assert session is not None
    desk.workspace.article.select(0, 5)
    desk.registry.run("annotate.label.actor")
    press(Key.Key_I)
    assert desk.features.asks_for_actor
    press(Key.Key_PageDown, CTRL)
    assert session.position() == 1 and not desk.features.asks_for_actor
    assert project_of(desk).actors() == []


def test_what_is_being_written_of_an_actor_outlives_news_and_the_window(desk: MainWindow) -> None:
    project = project_of(desk)
    made = project.add_actor("سامر", "person")
    desk.registry.run("view.actors")
    page = desk.features.actor_pages().page
    page.choose([made.id])
    page.entry.editor.name.setFocus()
    QTest.keyClick(page.entry.editor.name, Key.Key_End)
    QTest.keyClicks(page.entry.editor.name, "!")
    project.add_document("مقال آخر وصل الآن.", title="ثالث")
    project.add_actor("نادية", "person")
    assert page.entry.editor.name.text() == "سامر!"
    path = project.path
    desk.close()
    with Project.open(path) as again:
        assert again.actor(made.id).name == "سامر!"
