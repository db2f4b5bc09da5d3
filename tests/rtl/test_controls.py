"""Controls of direction: counted, shown, kept, and never able to make our own words read as something else."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.errors import InputError, MusnadError
from annotator.text.controls import OVERRIDES, find_controls
from annotator.text.normalize import normal_form, visible_form
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.painting import elided

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
Open = Callable[..., MainWindow]


def says(window: QWidget) -> str:
    """Everything that the labels and buttons of a window say, with titles and tool tips."""
    parts = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        parts += [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel):
            parts.append(widget.text())
        text = getattr(widget, "text", None)
        if callable(text):
            parts.append(str(text()))
    return "\n".join(parts)


@pytest.mark.case("BC01")
def test_a_name_that_pretends_is_shown_for_what_it_is(
    case: Case, open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    name = case["text"]
    window = open_window("مقال قصير", name=name)
    assert "[RLO]gpj.exe" in window.windowTitle()
    for told in (tmp_path / f"{name}.gone", tmp_path / f"{name}.exe"):
        window.features.transfers().import_files([told])
        qtbot.waitUntil(lambda: window.messages.isVisible())
        assert "[RLO]gpj.exe" in window.messages.text.text()
        assert "\u202e" not in window.messages.text.text() + window.messages.details.toPlainText()
        window.messages.hide()
    window.tell_error(InputError("There is no file {path}.", path=name))
    assert "[RLO]gpj.exe" in window.messages.text.text()
    window.close_project()
    assert any("[RLO]gpj.exe" in button.text() for button in window.projects.welcome.recent)
    assert "\u202e" not in says(window)


@pytest.mark.case("BC01")
def test_the_command_line_shows_it_too(case: Case) -> None:
    from annotator.cli.output import visible

    assert visible(str(MusnadError("There is no file {path}.", path=case["text"]))).endswith("[RLO]gpj.exe.")


@pytest.mark.case("BC01")
def test_a_title_that_pretends_is_shown_for_what_it_is(case: Case, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(case["text"])
    documents, title = window.workspace.sides.documents, window.workspace.header.title
    qtbot.waitUntil(documents.isVisible)
    told = documents.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "[RLO]gpj.exe" in told and "\u202e" not in told
    assert "[RLO]gpj.exe" in title.toolTip() and "\u202e" not in title.toolTip()
    # What list and header paint.
    assert elided(case["text"], documents.font(), 1000) == "المرفق: تقرير[RLO]gpj.exe"


@pytest.mark.case("BC01")
def test_in_the_article_an_override_turns_nothing(read: Read, case: Case) -> None:
    reader = read(case["text"])
    [line] = reader.seen()
    assert "gpj.exe" in line.replace("\u202e", "")


@pytest.mark.case("BC03")
def test_arabic_letters_do_not_switch_the_search_for_controls_off(case: Case, open_window: Open, qtbot: QtBot) -> None:
    [control] = find_controls(case["text"])
    assert (control.offset, control.name) == (15, "RLO") and control.name in OVERRIDES
    header = open_window(case["text"]).workspace.header
    qtbot.waitUntil(lambda: header.hidden.isVisible())
    assert "1" in header.hidden.text()
    assert header.hidden.property("role") == "warning"
    assert "RLO" in header.hidden.toolTip()


@pytest.mark.case("BC05")
def test_controls_survive_the_round_trip_byte_for_byte(
    case: Case, project: Project, exported: Callable[[], list[dict[str, Any]]], tmp_path: Path
) -> None:
    document = project.add_document(case["text"])
    project.annotate(document.id, (17, 21), "actor")
    [line] = exported()
    assert line["text"].encode() == case["text"].encode()
    with Project.create(tmp_path / "other.musnad") as other:
        other.import_(tmp_path / "out.jsonl")
        [copy] = other.documents()
        assert copy.text == case["text"]
        assert [span.quote(copy.text) for span in other.spans(copy.id)] == ["خفية"]


@pytest.mark.case("BC05")
def test_the_caret_is_never_lost_between_controls(reader: Reader) -> None:
    plain = reader.picture()
    for offset, code in ((2, "\u200f"), (7, "\u200e"), (15, "\u061c")):
        assert reader.text[offset] == code
        [slot] = reader.rects(offset)
        flag = slot.adjusted(-4, 0, 4, 0)
        assert reader.filled(plain, flag, reader.view._colors.dim) > 0  # it can be seen
    reader.view.setFocus()
    places, stops = [], []
    for _ in range(len(reader.text)):
        reader.type("Left")
        places.append(reader.view.caret_rect().x())
        stops.append(reader.caret)
    assert stops == sorted(stops) and stops[-1] == len(reader.text)
    assert all(after < before for before, after in pairwise(places))
    reader.type("Right", times=len(reader.text))
    assert reader.caret == 0


@pytest.mark.case("BC07")
def test_balanced_embeddings_are_told_and_are_no_warning(case: Case, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(case["text"])
    header = window.workspace.header
    qtbot.waitUntil(lambda: header.hidden.isVisible())
    assert "2" in header.hidden.text() and "⚠" not in header.hidden.text()
    assert header.hidden.property("role") != "warning"
    assert not window.messages.isVisible()
    assert window.workspace.article.page.text == case["text"]


@pytest.mark.case("BC07")
def test_an_embedding_keeps_its_meaning(reader: Reader) -> None:
    [line] = reader.seen()
    assert "مويلا (Minister) ريزولا" in line


@pytest.mark.case("BC08")
def test_an_isolate_ends_with_its_paragraph(read: Read, case: Case) -> None:
    both = read(case["text"])
    alone = read(case["text"].split("\n")[1])
    start = case["text"].index("\n") + 1
    for offset in range(len(alone.text)):
        assert from_edge(both, start + offset) == from_edge(alone, offset)
    assert both.seen(1) == alone.seen()
    assert len(both.view.page.paragraphs) == 2


def from_edge(reader: Reader, offset: int) -> tuple[float, float]:
    """Where a letter lies, from the right edge of its column."""
    [box] = reader.rects(offset)
    edge = reader.view.column_left + reader.view.page.width
    return edge - box.right(), edge - box.left()


@pytest.mark.case("BC10")
def test_names_that_look_the_same_are_the_same(case: Case, project: Project) -> None:
    plain = "اسم المستخدم: admin"
    assert case["text"] != plain
    assert visible_form(case["text"]) == visible_form(plain) == plain
    assert normal_form(case["text"]) == normal_form(plain)
    first = project.add_actor(plain, "person")
    assert project.add_actor(case["text"], "person").id == first.id
    assert [actor.name for actor in project.actors()] == [plain]


@pytest.mark.case("BC10")
@pytest.mark.parametrize(
    "hidden", ["\u2066\u2069", "\u200f", "\u00ad", "\u034f", "\u3164", "\ufe0f", "\U000e0101", "\u2800"]
)
def test_no_annotator_can_look_like_another(project: Project, hidden: str) -> None:
    with pytest.raises(InputError, match="visible characters"):
        Project.open(project.path, annotator=f"layla{hidden}")


def test_a_flag_does_not_take_the_mouse_from_its_letter(read: Read) -> None:
    reader = read("قال\u200f الوزير")
    assert reader.drag(reader.point(0, 0.1), reader.point(2, 0.9), Qt.KeyboardModifier.AltModifier) == (0, 3)
