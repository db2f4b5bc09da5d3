"""The scheme editor: the draft that it edits, and what a person does in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.domain.scheme import title_in
from annotator.services.scheme_draft import Draft
from annotator.services.schemes import load_scheme
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.scheme_editor.editor import SchemeEditor
from annotator.ui.scheme_editor.fields import Form
from annotator.ui.scheme_editor.tree import TreePlace
from annotator.ui.scheme_editor.values import ValueTable
from annotator.ui.session import Session

TEXT = "قال سامر الحلبي إن الميناء سيفتح.\nونفت الوزارة ذلك."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A project with an actor, a claim and a link between them."""
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document(TEXT)
        actor = project.annotate(document.id, (4, 15), "actor", {"kind": "person"})
        claim = project.annotate(document.id, (19, 32), "claim")
        project.link(claim.id, actor.id, "source")
    made = app.open_window(path)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.workspace.complete()
    yield made
    made.close()


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> SchemeEditor:
    """The editor, opened as a person opens it."""
    window.registry.run("annotate.scheme")
    found = window.findChild(SchemeEditor)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    return found


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def form_of(editor: SchemeEditor) -> Form:
    assert editor.form is not None
    return editor.form


def line(editor: SchemeEditor, name: str) -> QLineEdit:
    found = form_of(editor).findChild(QLineEdit, name)
    assert found is not None
    return found


def go_to(window: MainWindow, qtbot: QtBot) -> None:
    """Leave the editor open and work on in the window."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def type_over(widget: QLineEdit, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


def click(editor: SchemeEditor, name: str) -> None:
    button = editor.findChild(QPushButton, f"scheme.{name}")
    assert button is not None and button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(combo: QComboBox, key: str) -> None:
    """With the keyboard, as `activated` tells of nothing else."""
    combo.setFocus()
    steps = combo.findData(key) - combo.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


# The draft


@pytest.mark.parametrize("name", ["actors-claims", "wojood"])
def test_an_untouched_draft_is_the_scheme(name: str) -> None:
    scheme = load_scheme(name)
    assert Draft(scheme).scheme() == scheme and Draft(scheme).renames() == {}


def test_renaming_and_removing_keep_the_rest_in_step() -> None:
    draft = Draft(load_scheme("actors-claims"))
    actor, cue, claim = draft.items("labels")
    draft.rename("labels", actor, "speaker")
    draft.rename("relations", draft.items("relations")[0], "said_by")
    assert draft.faults() == []
    assert draft.renames() == {"labels.actor": "speaker", "relations.source": "said_by"}
    assert draft.items("frames")[0]["roles"] == ["said_by", "cue", "target", "addressee"]
    draft.remove("relations", draft.items("relations")[1])
    draft.remove("labels", cue)
    assert draft.faults() == []
    draft.remove("labels", claim)
    assert draft.items("frames") == []
    assert {fault.field for fault in draft.faults()} == {"from", "to"}


def test_new_things_have_keys_and_looks_of_their_own() -> None:
    draft = Draft(load_scheme("actors-claims"))
    added = [draft.add("labels") for _ in range(5)]
    assert len({item["key"] for item in draft.items("labels")}) == 8
    assert len({(item["color"], item["underline"]) for item in added}) == 5
    assert len({item["color"] for item in draft.items("labels")}) == 8
    attribute = draft.add_attribute(added[0])
    assert draft.faults() == [] and attribute["was"] is None


# The editor


def test_a_title_and_a_look_are_edited_shown_and_applied(
    window: MainWindow, editor: SchemeEditor, qtbot: QtBot
) -> None:
    editor.show_place(TreePlace("labels", 2))
    type_over(line(editor, "title.en"), "Statement")
    combos = form_of(editor).findChildren(QComboBox)
    samples = [combos[1].itemIcon(0).pixmap(30, 18).toImage() for _ in "a"]
    choose(combos[0], "red")
    samples += [combos[1].itemIcon(0).pixmap(30, 18).toImage()]
    assert samples[0] != samples[1], "the lines are shown in the colour that was chosen before"
    choose(combos[1], "wavy")
    assert editor.preview.article.page.text == "Actor  Cue  Statement"
    (mark,) = editor.preview.article.page.marks.at(14)
    assert (mark.style.underline, mark.id) == ("wavy", "claim")
    assert session_of(window).scheme.label("claim").color == "green"
    click(editor, "apply")
    label = session_of(window).scheme.label("claim")
    assert (label.title["en"], label.color, label.underline) == ("Statement", "red", "wavy")
    assert session_of(window).scheme.version == 2
    qtbot.waitUntil(lambda: window.head.labels.buttons[2].text() == "Statement")
    assert window.workspace.article.page.marks.at(20)[0].style.underline == "wavy"
    go_to(window, qtbot)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session_of(window).scheme.label("claim").color == "green"
    assert window.head.labels.buttons[2].text() == "Claim"
    assert editor.draft.scheme() == session_of(window).scheme


def test_the_windows_language_comes_first(window: MainWindow, editor: SchemeEditor) -> None:
    def first() -> str:
        editor.show_place(TreePlace("labels", 2))
        return next(one.objectName() for one in form_of(editor).findChildren(QLineEdit) if "title" in one.objectName())

    assert window is not None and first() == "title.en"
    set_language("ar")
    assert first() == "title.ar"


def test_a_title_in_another_language_is_better_than_a_key() -> None:
    assert title_in({"ar": "حدث"}, "en", "label_1") == "حدث"
    assert title_in({"ar": "", "en": ""}, "en", "label_1") == "label_1"


def test_the_list_of_attributions_takes_the_colours_that_undo_brings_back(
    window: MainWindow, editor: SchemeEditor, qtbot: QtBot
) -> None:
    window.registry.run("view.frames")
    pane = window.workspace.sides.frames
    assert pane is not None
    painter = pane._painter
    before = dict(painter.colors)
    editor.show_place(TreePlace("labels", 0))
    choose(form_of(editor).findChildren(QComboBox)[0], "red")
    click(editor, "apply")
    assert painter.colors != before
    painted: list[int] = []

    class Seen(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            del watched
            painted.append(event.type() == QEvent.Type.Paint)
            return False

    seen = Seen()
    qtbot.wait(50)
    pane.list.viewport().installEventFilter(seen)
    go_to(window, qtbot)
    window.registry.run("edit.undo")
    assert painter.colors == before
    qtbot.waitUntil(lambda: any(painted))


def test_a_new_key_takes_the_marks_along(window: MainWindow, editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 2))
    key = line(editor, "key")
    type_over(key, "statement")
    QTest.keyClick(key, Qt.Key.Key_Return)
    click(editor, "apply")
    session = session_of(window)
    assert sorted(span.label for span in session.spans) == ["actor", "statement"]
    assert [relation.label for relation in session.relations] == ["source"]
    assert "annotate.label.statement" in window.registry and "annotate.label.claim" not in window.registry
    assert session.project.check() == []


def test_a_new_label_marks_at_once(window: MainWindow, editor: SchemeEditor, qtbot: QtBot) -> None:
    click(editor, "label")
    # What was added is named next.
    assert line(editor, "title.en").hasFocus()
    type_over(line(editor, "title.en"), "Event")
    letter = next(item for item in form_of(editor).findChildren(QLineEdit) if item.maxLength() == 1)
    type_over(letter, "e")
    click(editor, "apply")
    go_to(window, qtbot)
    window.workspace.article.select(0, 3)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_E)
    selected = session_of(window).selected
    assert selected is not None and selected.label == "label_1"


def test_a_label_that_undo_takes_while_it_is_edited_leaves_no_trace(
    window: MainWindow, editor: SchemeEditor, qtbot: QtBot
) -> None:
    editor.buttons["label"].click()
    editor.buttons["apply"].click()
    count = len(session_of(window).scheme.labels)
    assert editor.tree.place.table == "labels" and editor.tree.place.index == count - 1
    session_of(window).undo()
    qtbot.waitUntil(lambda: len(editor.draft.items("labels")) == count - 1)
    assert len(session_of(window).scheme.labels) == count - 1


def test_what_is_wrong_is_said_at_the_field_in_the_windows_language(editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 2))
    letter = next(item for item in form_of(editor).findChildren(QLineEdit) if item.maxLength() == 1)
    type_over(letter, "a")
    said = form_of(editor).fault("shortcut")
    assert said.isVisible() and "have the same shortcut “A”" in said.text()
    assert not editor.buttons["apply"].isEnabled()
    type_over(letter, "c")
    assert not said.isVisible()
    type_over(letter, "n")
    assert "“N”" in said.text()


def test_marks_that_would_lose_their_place_are_told_before(window: MainWindow, editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 0))
    click(editor, "remove")
    for _ in range(3):
        index = next(i for i, kind in enumerate(editor.draft.items("relations")) if not kind["to"])
        editor.show_place(TreePlace("relations", index))
        click(editor, "remove")
    click(editor, "apply")
    session = session_of(window)
    assert editor.losses.isVisible() and len(session.spans) == 2
    assert set(editor.losses.choices) == {"labels.actor"}
    click(editor, "back")
    assert not editor.losses.isVisible()
    click(editor, "apply")
    choose(editor.losses.choices["labels.actor"], "claim")
    # What the actor was asked about is no question of a claim.
    assert set(editor.losses.choices) == {"labels.actor", "labels.actor.kind", "relations.source"}
    click(editor, "apply")
    assert [span.label for span in session.spans] == ["claim", "claim"] and session.relations == []
    assert not editor.losses.isVisible()
    assert session.project.check() == []
    window.registry.run("edit.undo")
    assert sorted(span.label for span in session.spans) == ["actor", "claim"] and len(session.relations) == 1


def test_labels_change_places(window: MainWindow, editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 2))
    for _ in range(3):
        click(editor, "up")
    assert editor.tree.place == TreePlace("labels", 0)
    click(editor, "apply")
    assert [label.key for label in session_of(window).scheme.labels] == ["claim", "actor", "cue"]
    assert [button.text() for button in window.head.labels.buttons] == ["Claim", "Actor", "Cue"]


def test_values_are_edited_in_a_table(window: MainWindow, editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 2, 1))
    values = form_of(editor).findChild(ValueTable)
    assert values is not None
    values.add()
    QApplication.processEvents()
    cell = values.table.findChild(QLineEdit)
    assert cell is not None
    QTest.keyClicks(cell, "doubted")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()
    values.table.setCurrentCell(2, 0)
    values.remove()
    click(editor, "apply")
    attribute = next(item for item in session_of(window).scheme.label("claim").attributes if item.key == "polarity")
    assert [value.key for value in attribute.listed] == ["affirmed", "denied", "doubted"]


def test_what_an_attribute_and_its_values_mean_is_chosen(window: MainWindow, editor: SchemeEditor) -> None:
    session = session_of(window)
    editor.show_place(TreePlace("labels", 2, 1))
    means = form_of(editor).findChild(QComboBox, "means")
    values = form_of(editor).findChild(ValueTable)
    assert means is not None and values is not None
    assert means.currentText() == "Polarity" and not values.table.isColumnHidden(3)
    second = values.table.cellWidget(1, 3)
    assert isinstance(second, QComboBox) and second.currentData() == "denied"
    choose(second, "no_comment")
    third = values.table.cellWidget(2, 3)
    assert isinstance(third, QComboBox)
    choose(third, "denied")
    click(editor, "apply")
    attribute = next(item for item in session.scheme.label("claim").attributes if item.key == "polarity")
    assert [value.means for value in attribute.listed] == ["affirmed", "no_comment", "denied"]
    editor.show_place(TreePlace("labels", 2, 1))
    means = form_of(editor).findChild(QComboBox, "means")
    assert means is not None
    choose(means, "")
    values = form_of(editor).findChild(ValueTable)
    assert values is not None and values.table.isColumnHidden(3)
    click(editor, "apply")
    attribute = next(item for item in session.scheme.label("claim").attributes if item.key == "polarity")
    assert (attribute.means, {value.means for value in attribute.listed}) == (None, {None})


def test_a_key_that_is_being_written_stays_with_its_label(editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("labels", 0))
    line = form_of(editor).findChild(QLineEdit, "key")
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "person")
    article = editor.preview.article
    claim = article.page.marks.get("claim")
    assert claim is not None
    middle = article.span_rects(*claim.parts[0])[0].center().toPoint()
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert editor.tree.place == TreePlace("labels", 2)
    assert [label["key"] for label in editor.draft.items("labels")] == ["person", "cue", "claim"]


def test_guidelines_and_relations_are_edited(window: MainWindow, editor: SchemeEditor) -> None:
    editor.show_place(TreePlace("relations", 0))
    page = form_of(editor).findChild(QTextEdit, "guidelines.en")
    assert page is not None
    page.setFocus()
    page.selectAll()
    QTest.keyClicks(page, "Link *it*.")
    _, box = (item for item in form_of(editor).findChildren(QCheckBox, "cue"))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    click(editor, "apply")
    source = session_of(window).scheme.relation("source")
    assert source.guidelines["en"] == "Link *it*." and source.to == ("actor", "cue")


def test_files_go_out_and_come_in(window: MainWindow, editor: SchemeEditor, tmp_path: Path) -> None:
    editor.save_file(tmp_path / "out.toml")
    assert load_scheme(tmp_path / "out.toml") == session_of(window).scheme
    (tmp_path / "bad.toml").write_text('[scheme]\nname = "x"\nversion = 1\n\n[[labels]]\nkey = "A"\n', encoding="utf-8")
    editor.open_file(tmp_path / "bad.toml")
    assert "bad.toml, line 6" in editor.says.text()
    editor.open_file(Path("wojood"))
    assert len(editor.draft.items("labels")) == 21
    click(editor, "apply")
    assert set(editor.losses.choices) == {"labels.actor", "labels.claim"}
    choose(editor.losses.choices["labels.actor"], "pers")
    click(editor, "apply")
    session = session_of(window)
    assert session.scheme.name == "wojood" and [span.label for span in session.spans] == ["pers"]


def test_a_click_on_the_preview_leads_to_the_label(editor: SchemeEditor) -> None:
    article = editor.preview.article
    middle = article.span_rects(7, 10)[0].center().toPoint()
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert editor.tree.place == TreePlace("labels", 1)


def test_it_follows_the_language_and_ends_with_the_project(
    window: MainWindow, editor: SchemeEditor, qtbot: QtBot
) -> None:
    set_language("ar")
    qtbot.waitUntil(lambda: editor.preview.article.page.text.startswith("فاعل"))
    window.registry.run("file.close")
    qtbot.waitUntil(lambda: window.findChild(SchemeEditor) is None)
