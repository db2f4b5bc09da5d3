"""Attributes without a list: written in the inspector, chosen in the scheme editor, kept in datasets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.scheme import Attribute, Scheme
from annotator.services.scheme_draft import Draft
from annotator.services.schemes import load_scheme
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.open_value import OpenValue
from annotator.ui.scheme_editor.pages import attribute_page, relation_page
from annotator.ui.scheme_editor.values import ValueTable


def scheme() -> Scheme:
    """The default scheme, with a note, a number and a link at each claim."""
    default = load_scheme("actors-claims")
    asked = (
        Attribute(key="note", title={"en": "Note"}, values="text", quick=True),
        Attribute(key="weight", title={"en": "Weight"}, values="number", quick=True),
        Attribute(key="proof", title={"en": "Proof"}, values="link", quick=True),
    )
    labels = (replace(one, attributes=asked) if one.key == "claim" else one for one in default.labels)
    return replace(default, labels=tuple(labels))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "p.musnad"
    with Project.create(place, scheme=scheme(), annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء جاهز.")
        project.annotate(document.id, (11, 26), "claim")
    return place


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(path, "layla")
    with qtbot.waitExposed(made):
        made.show()
    assert made.session is not None
    made.session.select(made.session.spans[0].id)
    yield made
    made.close()
    made.deleteLater()


def field(window: MainWindow, key: str) -> OpenValue:
    return window.workspace.inspector.open_value(key)


def held(window: MainWindow) -> dict[str, str]:
    assert window.session is not None
    return dict(window.session.spans[0].attributes)


def write(window: MainWindow, key: str, text: str) -> None:
    box = field(window, key)
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_what_is_written_is_the_value(window: MainWindow) -> None:
    for key, text in (("note", "see p. 3"), ("weight", "-0.5"), ("proof", "https://example.org/a")):
        write(window, key, text)
    assert held(window) == {"note": "see p. 3", "weight": "-0.5", "proof": "https://example.org/a"}


def test_an_empty_field_takes_the_value_away(window: MainWindow) -> None:
    write(window, "note", "x")
    field(window, "note").clear()
    QTest.keyClick(field(window, "note"), Qt.Key.Key_Return)
    assert held(window) == {}


def test_what_the_attribute_does_not_take_is_told_and_not_kept(window: MainWindow) -> None:
    write(window, "weight", "much")
    assert "takes a number" in window.messages.text.text()
    assert held(window) == {}


def test_escape_brings_back_what_was_there(window: MainWindow) -> None:
    write(window, "note", "first")
    box = field(window, "note")
    QTest.keyClicks(box, "second")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "first"


def test_undo_shows_the_value_that_was_there(window: MainWindow) -> None:
    write(window, "note", "first")
    window.registry.run("edit.undo")
    assert field(window, "note").text() == ""


def test_open_values_go_out_in_a_dataset_and_come_in_again(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with Project.open(path, annotator="layla") as project:
        [document] = project.documents()
        [span] = project.spans(document.id)
        project.update(span.id, attributes={"weight": "12", "proof": "http://x"})
        project.export("jsonl", out)
    [line] = map(json.loads, out.read_text().splitlines())
    assert line["spans"][0]["attributes"] == {"weight": "12", "proof": "http://x"}
    with Project.create(tmp_path / "q.musnad", scheme=scheme(), annotator="omar") as other:
        other.import_(out)
        assert [dict(one.attributes) for one in other.spans(document.id, "layla")] == [
            {"weight": "12", "proof": "http://x"}
        ]


def test_the_scheme_editor_lets_an_attribute_take_what_is_written(qtbot: QtBot) -> None:
    draft = Draft(scheme())
    attribute = draft.items("labels")[2]["attributes"][1]
    form = attribute_page(attribute)
    qtbot.addWidget(form)
    kinds = next(box for box in form.findChildren(QComboBox) if box.findData("link") >= 0)
    assert kinds.currentData() == "number"
    [table] = form.findChildren(ValueTable)
    assert table.isHidden()
    kinds.setCurrentIndex(kinds.findData("link"))
    kinds.activated.emit(kinds.currentIndex())
    assert draft.scheme().labels[2].attributes[1].open == "link"
    kinds.setCurrentIndex(kinds.findData(""))
    kinds.activated.emit(0)
    assert [value.key for value in draft.scheme().labels[2].attributes[1].listed] == ["yes", "no"]
    assert not table.isHidden()
    assert draft.faults() == []


def test_the_scheme_editor_says_what_a_relation_means(qtbot: QtBot) -> None:
    draft = Draft(scheme())
    relation = draft.items("relations")[0]
    form = relation_page(relation, draft)
    qtbot.addWidget(form)
    means = next(box for box in form.findChildren(QComboBox) if box.findData("reported_by") >= 0)
    assert means.currentData() == "source"
    means.setCurrentIndex(means.findData("target"))
    means.activated.emit(means.currentIndex())
    [first, second] = [fault for fault in draft.faults() if fault.field == "means"] + [None]
    assert first is not None and "both mean the target" in str(first.reason) and second is None
    means.setCurrentIndex(0)
    means.activated.emit(0)
    assert draft.scheme().relations[0].means is None
    assert draft.faults() == []
