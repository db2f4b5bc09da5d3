"""The registry's page: finding, correcting, merging and splitting entries, with the keyboard or the mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.actor import Actor
from annotator.ui.actors.page import ActorsPage
from annotator.ui.focus_order import stops_in
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.value_menu import ValueMenu

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
TEXT = "قال سامر الحلبي إن الوزير رفض، وأضاف سَامر الحلبي أن نادية وافقت."
OTHER = "التقى الوزير بنادية في المساء."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        document, other = project.add_document(TEXT, title="أول"), project.add_document(OTHER, title="ثان")
        samer = project.add_actor("سامر الحلبي", "person", ["أبو رامي"])
        minister = project.add_actor("الوزير", "office")
        project.add_actor("نادية", "person")
        for words, actor in (("سامر الحلبي", samer), ("سَامر الحلبي", samer), ("الوزير", minister)):
            start = TEXT.index(words)
            project.annotate(document.id, (start, start + len(words)), "actor", actor_id=actor.id)
        project.annotate(other.id, (6, 12), "actor", actor_id=minister.id)
    made = app.open_window(place)
    qtbot.addWidget(made)
    made.resize(1360, 860)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow) -> ActorsPage:
    QTest.keyClick(window.workspace.article, Key.Key_R, CTRL)
    assert window.features.actor_pages().page.isVisible()
    return window.features.actor_pages().page


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def listed(page: ActorsPage) -> list[str]:
    return [page.rows.row(place).title for place in range(page.rows.rowCount())]


def actor(window: MainWindow, name: str) -> Actor:
    return next(one for one in project_of(window).actors() if one.name == name)


def choose(page: ActorsPage, *names: str) -> None:
    """A click on the first, a click with Ctrl on the others."""
    for place, name in enumerate(names):
        at = page.list.visualRect(page.rows.index(listed(page).index(name), 0)).center()
        modifiers = CTRL if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(page.list.viewport(), LEFT, modifiers, at)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_every_entry_is_listed_with_its_mentions(page: ActorsPage) -> None:
    assert listed(page) == ["الوزير", "سامر الحلبي", "نادية"]
    details = [page.rows.row(place).detail for place in range(3)]
    assert [detail.split(" ")[0] for detail in details] == ["2", "2", "0"]
    assert page.rows.row(0).end == "office"
    assert page.count.text() == "3 actors"


def test_the_filter_is_the_finder_and_down_leads_into_the_list(page: ActorsPage) -> None:
    assert focus() is page.filter
    QTest.keyClicks(page.filter, "samer")
    assert listed(page) == ["سامر الحلبي"]
    QTest.keyClick(page.filter, Key.Key_Down)
    assert focus() is page.list
    assert page.stack.currentWidget() is page.entry
    assert page.entry.editor.name.text() == "سامر الحلبي"
    page.filter.setText("قققق")
    assert listed(page) == [] and page.filter.property("missing")


def test_an_entry_is_corrected_field_by_field_each_in_one_step(window: MainWindow, page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    editor, before = page.entry.editor, actor(window, "سامر الحلبي")
    editor.name.setFocus()
    editor.name.setText("سامر حلبي")
    QTest.keyClick(editor.name, Key.Key_Return)
    assert actor(window, "سامر حلبي").id == before.id
    assert listed(page) == ["الوزير", "سامر حلبي", "نادية"]
    assert page.chosen_keys == [before.id]

    editor.aliases.setFocus()
    QTest.keyClick(editor.aliases, Key.Key_End, CTRL)
    QTest.keyClick(editor.aliases, Key.Key_Return)
    QTest.keyClicks(editor.aliases, "Samer")
    QTest.keyClick(editor.aliases, Key.Key_Tab)
    assert project_of(window).actor(before.id).aliases == ("أبو رامي", "Samer")
    assert focus() is editor.wikidata
    QTest.keyClicks(editor.wikidata, "wd:q42")
    QTest.keyClick(editor.wikidata, Key.Key_Tab)
    assert project_of(window).actor(before.id).wikidata == "Q42"
    assert editor.wikidata.text() == "Q42"
    editor.kind.setFocus()
    QTest.keyClick(editor.kind, Key.Key_Down)
    assert project_of(window).actor(before.id).kind == "organization"
    for _ in range(4):
        window.registry.run("edit.undo")
    assert project_of(window).actor(before.id) == before
    assert editor.name.text() == "سامر الحلبي" and editor.aliases.toPlainText() == "أبو رامي"


def test_a_wrong_value_is_told_and_can_be_mended(window: MainWindow, page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    editor, before = page.entry.editor, actor(window, "سامر الحلبي")
    for field, wrong, left in ((editor.name, "نَادية", "سامر الحلبي"), (editor.wikidata, "42", "42")):
        field.setFocus()
        field.setText(wrong)
        QTest.keyClick(field, Key.Key_Return)
        assert window.messages.isVisible()
        assert field.text() == left and editor.kind.currentData() == before.kind
        assert project_of(window).actor(before.id) == before
    assert editor.wikidata.property("missing")
    QTest.keyClick(editor.wikidata, Key.Key_Home)
    QTest.keyClicks(editor.wikidata, "Q")
    QTest.keyClick(editor.wikidata, Key.Key_Return)
    assert project_of(window).actor(before.id).wikidata == "Q42"
    assert not editor.wikidata.property("missing")


def test_what_is_being_written_counts_when_somebody_goes_elsewhere(window: MainWindow, page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    page.entry.editor.note.setFocus()
    QTest.keyClicks(page.entry.editor.note, "a note")
    choose(page, "نادية")
    assert actor(window, "سامر الحلبي").note == "a note"
    assert page.entry.editor.note.toPlainText() == ""
    assert actor(window, "نادية").note == ""
    assert page.entry.editor.name.text() == "نادية"


def test_two_entries_become_one_in_one_step(window: MainWindow, page: ActorsPage) -> None:
    project = project_of(window)
    before = project.actors()
    choose(page, "نادية", "سامر الحلبي")
    assert page.stack.currentWidget() is page.merging
    assert page.merging.mentions.rows.rowCount() == 2
    assert "سامر الحلبي" in page.merging.button.text(), "the one with mentions is proposed"
    QTest.mouseClick(page.merging.group.buttons()[1], LEFT, pos=QPoint(8, 8))
    assert "نادية" in page.merging.button.text()
    page.merging.button.setFocus()
    QTest.keyClick(page.merging.button, Key.Key_Space)
    assert listed(page) == ["الوزير", "نادية"]
    assert actor(window, "نادية").aliases == ("سامر الحلبي", "أبو رامي")
    assert page.entry.mentions.rows.rowCount() == 2
    assert page.stack.currentWidget() is page.entry
    QTest.keyClick(focus(), Key.Key_Z, CTRL)
    assert project.actors() == before
    assert listed(page) == ["الوزير", "سامر الحلبي", "نادية"]


def test_mentions_that_are_ticked_move_to_a_new_entry(window: MainWindow, page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    mentions, before = page.entry.mentions, actor(window, "سامر الحلبي")
    assert not page.entry.button.isEnabled() and not page.entry.new_name.isEnabled()
    mentions.setFocus()
    QTest.keyClick(mentions, Key.Key_Down)
    QTest.keyClick(mentions, Key.Key_Down)
    QTest.keyClick(mentions, Key.Key_Space)
    assert page.entry.button.text().startswith("Move the mention")
    page.entry.new_name.setFocus()
    page.entry.new_name.setText("سامر الحلبى")
    QTest.keyClick(page.entry.new_name, Key.Key_Return)
    assert window.messages.isVisible(), "a name that an entry has is refused"
    assert page.entry.new_name.text() == "سامر الحلبى"
    page.entry.new_name.setText("سامر الأصغر")
    QTest.keyClick(page.entry.new_name, Key.Key_Return)
    made = actor(window, "سامر الأصغر")
    assert page.chosen_keys == [made.id]
    assert [one.hit.text for one in project_of(window).mentions(made.id)] == ["سَامر الحلبي"]
    assert page.entry.new_name.text() == ""
    window.registry.run("edit.undo")
    assert len(project_of(window).mentions(before.id)) == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_click_on_the_box_ticks_and_beside_it_opens(window: MainWindow, page: ActorsPage, language: str) -> None:
    set_language("ar" if language == "ar" else "en")
    QApplication.processEvents()
    choose(page, "الوزير")
    mentions = page.entry.mentions
    row = mentions.visualRect(mentions.rows.index(1, 0))
    at = QPoint(row.right() - 22 if language == "ar" else row.left() + 22, row.center().y())
    QTest.mouseClick(mentions.viewport(), LEFT, pos=at)
    assert len(mentions.rows.ticked) == 1 and page.isVisible()
    QTest.mouseClick(mentions.viewport(), LEFT, pos=at)
    assert mentions.rows.ticked == []
    QTest.mouseClick(mentions.viewport(), LEFT, pos=row.center())
    session = window.session
    assert session is not None and session.document is not None and session.selected is not None
    assert not page.isVisible()
    assert (session.document.title, session.selected.start) == ("ثان", 6)
    assert focus() is window.workspace.article


def test_a_colleagues_mention_is_opened_as_text(window: MainWindow, page: ActorsPage) -> None:
    project = project_of(window)
    path, nadia = project.path, actor(window, "نادية")
    start = TEXT.index("نادية")
    window.close_project()
    with Project.open(path, annotator="omar") as colleague:
        colleague.annotate(colleague.documents()[0].id, (start, start + 5), "actor", actor_id=nadia.id)
    window.open_project(path)
    window.registry.run("view.actors")
    again = window.features.actor_pages().page
    assert again is not page
    choose(again, "نادية")
    again.entry.mentions.setFocus()
    QTest.keyClick(again.entry.mentions, Key.Key_Down)
    QTest.keyClick(again.entry.mentions, Key.Key_Return)
    assert window.workspace.article.selected_range() == (start, start + 5)
    assert window.session is not None and window.session.selected is None


def test_a_new_entry_is_named_and_an_unused_one_deleted(window: MainWindow, page: ActorsPage) -> None:
    page.filter.setText("هند")
    QTest.mouseClick(page.new, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ValueMenu) and not any(one.isChecked() for one in menu.actions())
    assert listed(page) == [], "nobody is of a kind that nobody has chosen"
    QTest.keyClick(menu, Key.Key_S)
    assert actor(window, "هند").kind == "state"
    assert listed(page) == ["الوزير", "سامر الحلبي", "نادية", "هند"]
    assert focus() is page.entry.editor.name
    assert page.entry.delete.isVisible() and not page.entry.mentions.isVisible()
    QTest.mouseClick(page.entry.delete, LEFT)
    assert listed(page) == ["الوزير", "سامر الحلبي", "نادية"]
    choose(page, "سامر الحلبي")
    assert not page.entry.delete.isVisible(), "an entry with mentions is merged, not deleted"


def test_no_key_here_marks_what_is_out_of_sight(window: MainWindow, page: ActorsPage) -> None:
    session = window.session
    assert session is not None
    session.select(session.spans[0].id)
    before = [session.project.spans(one.id) for one in session.project.documents()]
    choose(page, "نادية")
    for key in (Key.Key_C, Key.Key_Delete, Key.Key_Backspace, Key.Key_I):
        QTest.keyClick(page.list, key)
    assert [session.project.spans(one.id) for one in session.project.documents()] == before
    QTest.keyClick(page.list, Key.Key_Escape)
    assert not page.isVisible() and focus() is window.workspace.article


def test_the_page_opens_at_the_actor_of_the_selected_mention(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    session.select(session.spans[-1].id)
    window.registry.run("view.actors")
    page = window.features.actor_pages().page
    assert page.chosen_keys == [session.spans[-1].actor_id]
    assert focus() is page.list
    window.registry.run("view.actors")
    assert not page.isVisible()


def test_many_chosen_with_shift_and_one_again(page: ActorsPage) -> None:
    choose(page, "الوزير")
    QTest.keyClick(page.list, Key.Key_Down, SHIFT)
    assert page.stack.currentWidget() is page.merging
    QTest.keyClick(page.list, Key.Key_Down)
    assert page.stack.currentWidget() is page.entry
    page.list.selectionModel().select(page.rows.index(0, 0), QItemSelectionModel.SelectionFlag.Clear)
    assert page.chosen_keys == []


def test_a_reader_looks_and_changes_nothing(window: MainWindow) -> None:
    path = project_of(window).path
    window.close_project()
    window.show_project(Project.open(path, read_only=True))
    window.registry.run("view.actors")
    page = window.features.actor_pages().page
    choose(page, "سامر الحلبي")
    assert page.entry.editor.name.isReadOnly() and not page.entry.editor.kind.isEnabled()
    assert not page.new.isEnabled() and not page.entry.button.isVisible()
    choose(page, "سامر الحلبي", "نادية")
    assert not page.merging.button.isEnabled()


def test_the_page_speaks_the_language_of_the_window(page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    set_language("ar")
    QApplication.processEvents()
    assert page.rows.row(0).end == "منصب"
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_tab_goes_down_one_side_and_then_the_other_and_everything_has_a_name(page: ActorsPage) -> None:
    choose(page, "سامر الحلبي")
    page.entry.mentions.rows.toggle(0)
    page.entry.mentions.ticked_changed.emit()
    page.entry.new_name.setText("جديد")
    stops = stops_in(page)
    editor, entry = page.entry.editor, page.entry
    assert stops[1:] == [
        *(page.filter, page.list, page.new, *page.buttons),
        *(editor.name, editor.kind, editor.aliases, editor.wikidata, editor.note),
        *(entry.mentions, entry.new_name, entry.button),
    ]
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface is not None and interface.text(QAccessible.Text.Name).strip(), stop


@pytest.mark.parametrize("width", [900, 1000, 1500])
def test_the_page_fits_its_place(window: MainWindow, page: ActorsPage, width: int) -> None:
    choose(page, "سامر الحلبي")
    window.resize(width, 700)
    QApplication.processEvents()
    for part in (page.filter, page.list, page.entry.editor.name, page.entry.mentions):
        left = part.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0 and left + part.width() <= page.width()
        assert part.width() >= 180


def test_whoever_chooses_everybody_is_told_how_many_they_are(window: MainWindow, page: ActorsPage) -> None:
    project = project_of(window)
    for number in range(60):
        project.add_actor(f"فاعل {number}", "person")
    page.list.setFocus()
    page.list.selectAll()
    assert len(page.chosen_keys) == 63
    label = page.stack.currentWidget()
    assert isinstance(label, QLabel) and label.text().startswith("63 actors are chosen.")
    page.choose(page.chosen_keys[:2])
    assert page.stack.currentWidget() is page.merging
