"""The window as a whole: its names, its actions, what it tells, and the doors of the desktop."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project, app, resources
from annotator.errors import InputError, NotFoundError, ProjectError
from annotator.ui import typeface_choice
from annotator.ui.article.shaping import Shaping
from annotator.ui.bug_report import report_bug
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import settings

TEXT = "قال سامر الحلبي إن الميناء سيفتح.\nونفت الوزارة ذلك."
DECLARED = [
    "file.new",
    "file.open",
    "file.import",
    "file.export",
    "edit.undo",
    "edit.redo",
    "edit.copy",
    "annotate.label.actor",
    "annotate.label.cue",
    "annotate.label.claim",
    "annotate.delete",
    "navigate.next_document",
    "navigate.previous_document",
    "navigate.next_mark",
    "navigate.previous_mark",
    "document.done",
    "view.theme",
    "view.language",
    "view.text_larger",
    "view.text_smaller",
    "view.text_reset",
    "help.palette",
    "help.shortcuts",
    "help.guide",
    "file.quit",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a claim, its source and an actor from the registry."""
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        document = project.add_document(TEXT, title="الميناء")
        registered = project.add_actor("سامر الحلبي", "person")
        actor = project.annotate(document.id, (4, 15), "actor", actor_id=registered.id)
        claim = project.annotate(document.id, (19, 32), "claim")
        project.link(claim.id, actor.id, "source")
    return place


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    made = app.open_window(path)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_everything_has_the_name_that_scripts_rely_on(window: MainWindow) -> None:
    assert window.objectName() == "main_window"
    for name in ("document_list", "article_view", "annotation_list", "inspector"):
        assert window.findChild(QWidget, name) is not None, name
    for action_id in DECLARED:
        assert window.registry.action(action_id).objectName() == action_id


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.registry for key in window.registry.action(action.id).shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    for role, key in (("source", "S"), ("target", "T"), ("reported_by", "R")):
        assert QKeySequence(key) in window.registry.action(f"annotate.link.{role}").shortcuts()
    assert QKeySequence("Ctrl+Y") in window.registry.action("edit.redo").shortcuts()


def test_a_claim_shows_its_roles_and_leads_to_them(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    actor, claim = session.spans
    session.select(claim.id)
    [(role, marks)] = session.roles(claim)
    assert role == "source" and [mark.id for mark in marks] == [actor.id]
    with qtbot.waitSignal(session.selection_changed):
        window.workspace.inspector.mark_chosen.emit(actor.id)
    assert session.actor_name(actor) == "سامر الحلبي"
    assert session.actor_name(claim) is None


def test_the_rest_of_the_attributes_is_behind_more(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    session.select(session.spans[1].id)
    inspector = window.workspace.inspector
    with pytest.raises(KeyError):
        inspector.segments("attitude")
    more = inspector.findChild(QWidget, "more")
    assert more is not None
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inspector.segments("attitude").button("belief"), Qt.MouseButton.LeftButton)
    assert session.selected is not None and session.selected.attributes["attitude"] == "belief"
    qtbot.mouseClick(inspector.segments("attitude").button("belief"), Qt.MouseButton.LeftButton)
    assert "attitude" not in session.selected.attributes


def test_what_a_scrolled_page_asks_for_does_not_change_with_what_it_has(window: MainWindow, qtbot: QtBot) -> None:
    # A scroll area tries widths until it knows whether it needs a bar: answers that change keep it at it for ever.
    session = window.session
    assert session is not None
    session.select(session.spans[1].id)
    window.workspace.header.chevron.click()
    more = window.workspace.inspector.findChild(QWidget, "more")
    assert more is not None
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    asked: list[dict[str, list[int]]] = []
    for width, height in ((1400, 900), (900, 900), (700, 420), (1100, 500)):
        window.resize(width, height)
        qtbot.wait(10)
        areas = [area for area in window.findChildren(QScrollArea) if area.isVisibleTo(window) and area.widget()]
        asked.append(
            {
                area.objectName(): [layout.totalHeightForWidth(some) for some in range(200, 700, 20)]
                for area in areas
                if (body := area.widget()) is not None and (layout := body.layout()) is not None
            }
        )
    assert len(asked[0]) >= 2 and all(layouts == asked[0] for layouts in asked)


def test_undo_shows_the_article_where_it_happened(window: MainWindow) -> None:
    session = window.session
    assert session is not None and session.document is not None
    first = session.document.id
    second = session.project.add_document("نص آخر قصير.", title="آخر")
    session.project.annotate(first, (0, 3), "cue")
    window.open_document(second.id)
    window.registry.run("edit.undo")
    assert session.document.id == first and len(session.spans) == 2
    window.registry.run("edit.redo")
    assert session.selected is not None and session.selected.label == "cue"
    with pytest.raises(NotFoundError):
        window.open_document("nothing")


def test_what_was_added_and_undone_leaves_the_page(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    added = session.project.add_document("نص آخر قصير.", title="آخر")
    window.open_document(added.id)
    assert window.foot.place.text() == "Article 2 of 2"
    window.registry.run("edit.undo")
    assert session.document is None or session.document.id != added.id


def test_the_header_counts_words_marks_and_hidden_characters(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    header = window.workspace.header
    qtbot.waitUntil(lambda: "9 words" in header.facts.text)
    assert "2 marks" in header.facts.text and header.hidden.isHidden()
    added = session.project.add_document("قال\u202e الوزير\u200f.", title="خفي")
    window.open_document(added.id)
    qtbot.waitUntil(lambda: not header.hidden.isHidden())
    assert header.hidden.text().startswith("⚠") and "RLO" in header.hidden.toolTip()


def test_copy_takes_the_selection_else_the_mark(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    assert not window.registry.action("edit.copy").isEnabled()
    session.select(session.spans[0].id)
    window.registry.run("edit.copy")
    assert QGuiApplication.clipboard().text() == "سامر الحلبي"
    window.workspace.article.select(0, 3)
    window.registry.run("edit.copy")
    assert QGuiApplication.clipboard().text() == "قال"


def test_text_size_changes_and_is_remembered(window: MainWindow) -> None:
    article = window.workspace.article
    usual = article.text_size()
    window.registry.run("view.text_larger")
    assert article.text_size() == usual + 1
    assert float(str(settings().value("text_size"))) == usual + 1
    window.registry.run("view.text_smaller")
    window.registry.run("view.text_smaller")
    window.registry.run("view.text_reset")
    assert article.text_size() == usual


def test_an_action_that_fails_is_told_and_harms_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window.session
    assert session is not None

    def full(*_: object, **__: object) -> None:
        raise ProjectError("The disk is full: the last action was not saved, everything before it is.")

    monkeypatch.setattr(session.project, "delete", full)
    session.select(session.spans[0].id)
    window.registry.run("annotate.delete")
    assert "disk is full" in window.messages.text.text()
    assert window.foot.saved.text() == "Not saved"
    assert len(session.spans) == 2
    monkeypatch.setattr(session.project, "update", full)
    window.workspace.inspector.attribute_chosen.emit("kind", "office")
    assert session.spans[0].attributes["kind"] == "person"
    assert window.workspace.inspector.segments("kind").button("person").isChecked()


def test_a_read_only_project_can_be_read(qtbot: QtBot, path: Path) -> None:
    window = app.open_window()
    qtbot.addWidget(window)
    window.show_project(Project.open(path, read_only=True))
    assert window.foot.saved.text() == "Read only"
    assert window.session is not None
    window.session.select(window.session.spans[0].id)
    for action_id in ("annotate.delete", "annotate.label.actor", "document.done", "file.import"):
        window.registry.refresh()
        assert not window.registry.action(action_id).isEnabled(), action_id
    window.close()


def test_another_project_takes_the_place_of_the_first(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.musnad"
    with Project.create(other) as project:
        project.add_document("نص آخر.", title="آخر")
    window.open_project(other)
    assert window.session is not None and window.session.project.path == other
    assert window.windowTitle().replace("\u2068", "").replace("\u2069", "").startswith("other")
    with Project.open(tmp_path / "p.musnad"):
        pass
    assert window.open_project(other)


def test_a_bug_is_told_with_details_to_copy(window: MainWindow) -> None:
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        report_bug(type(error), error, error.__traceback__)
    assert "Something went wrong" in window.messages.text.text()
    assert "RuntimeError: a bug" in window.messages.details.toPlainText()


def test_a_missing_arabic_typeface_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeface_choice, "shaping", lambda _: Shaping.NO_LETTERS)
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    window = app.open_window()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: "Arabic typeface" in window.messages.text.text())
    assert "apt install fonts-noto-core" in window.messages.text.text()


def test_a_picture_is_written_and_nothing_of_it_remembered(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    out = tmp_path / "window.png"
    app.picture(path, out, annotator="layla")
    image = QImage(str(out))
    assert image.width() >= 1440 and image.height() >= 900
    assert settings().value("geometry") is None
    with pytest.raises(InputError, match="cannot be written"):
        app.picture(path, tmp_path / "no folder" / "window.png")


def test_main_opens_the_project_it_is_given(path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    running = app.application()
    opened: list[MainWindow] = []

    def run() -> int:
        opened.extend(widget for widget in running.topLevelWidgets() if isinstance(widget, MainWindow))
        return 0

    monkeypatch.setattr(running, "exec", run)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app.main([str(path)], annotator="omar") == 0
    [window] = [one for one in opened if one.isVisible()]
    qtbot.addWidget(window)
    assert window.session is not None and window.session.project.annotator == "omar"
    window.close()


@pytest.mark.parametrize("name", ["en", "ar"])
def test_the_guide_names_the_keys_there_are(name: str, window: MainWindow) -> None:
    text = resources.path("help", f"{name}.md").read_text(encoding="utf-8")
    for action in ("file.import", "help.palette", "navigate.next_document", "document.done", "file.export"):
        assert window.registry.action(action).shortcut().toString() in text, action


def test_the_title_stands_over_the_column_in_both_languages(window: MainWindow, qtbot: QtBot) -> None:
    header, article = window.workspace.header, window.workspace.article

    def aligned() -> bool:
        left = article.viewport().mapTo(window, article.viewport().rect().topLeft()).x() + article.column_left
        title = header.title.mapTo(window, header.title.rect().topRight()).x() + 1
        return title == left + article.page.width

    window.resize(1280, 600)
    article.set_text_size(60)
    qtbot.waitUntil(article.verticalScrollBar().isVisible)
    for code in ("ar", "en", "ar"):
        set_language(code)
        qtbot.waitUntil(aligned)


@pytest.mark.parametrize("part", ["feature", "workspace", "head"])
def test_a_part_that_fails_to_let_go_of_a_project_keeps_nobody_else_from_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("gone already")

    heard: list[object] = []
    path = tmp_path / "closed.musnad"
    Project.create(path).close()
    assert window.open_project(path)
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: heard.append(str(error)))
    with monkeypatch.context() as broken:
        if part == "feature":
            broken.setattr(next(iter(window.features)), "stop", fail)
        else:
            broken.setattr(getattr(window, part), "set_session" if part == "workspace" else "set_project", fail)
        window.close_project()
    assert heard == ["gone already"]
    assert window.session is None
    with Project.open(path, annotator="omar") as project:
        project.add_document(TEXT)
    assert window.open_project(path)


@pytest.mark.parametrize("part", ["summaries", "spans", "my_documents"])
def test_a_project_that_cannot_be_shown_whole_can_be_closed_and_opened_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("cannot be read")

    path = tmp_path / "other.musnad"
    with Project.create(path) as project:
        project.add_document(TEXT)
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    with monkeypatch.context() as broken:
        broken.setattr(Project, part, fail)
        with suppress(RuntimeError):
            window.open_project(path)
    window.close_project()
    assert window.session is None
    assert window.open_project(path)
    assert window.session is not None and window.session.document is not None
