"""Several readings over one article: mine to work on, others' in lanes of their own, and one selection among all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.change import Changes
from annotator.ui.main_window import MainWindow
from annotator.ui.reader_looks import reader_looks
from annotator.ui.readings import Readings, SpanSelection
from annotator.ui.session import Session

TEXT = "أعلن وزير النقل سامر الحلبي أن ميناء الزهراء سيُفتح في موعده. وقال رائد الحلبي إن العمل بدأ."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An article that me, omar and gold have read, and about which a model suggests something."""
    place = tmp_path / "readings.musnad"
    with Project.create(place, annotator="me") as project:
        for title in ("أول", "ثان"):
            project.add_document(f"{title}. {TEXT}", title=title)
    for who, parts in (("me", (21, 32)), ("omar", (10, 32)), ("gold", (21, 32))):
        with Project.open(place, annotator=who) as project:
            first = project.documents()[0].id
            span = project.annotate(first, parts, "actor")
            if who == "omar":
                project.link(project.annotate(first, (33, 64), "claim").id, span.id, "source")
    with Project.open(place, annotator="me") as project:
        assert project.suggest(["cues"], [first]).found
    return place


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(path, "me")
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    qtbot.wait(10)
    yield window
    window.close()


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def lanes(window: MainWindow) -> dict[tuple[str, str], int]:
    """The number of marks on the page by the shape of their reader ("" for none) and their underline."""
    found: dict[tuple[str, str], int] = {}
    article = window.workspace.article
    for mark in article.page.marks.touching(0, len(article.page.text)):
        key = mark.style.lane.shape if mark.style.lane else "hollow" if mark.style.hollow else "", mark.style.underline
        found[key] = found.get(key, 0) + 1
    return found


def test_others_readings_lie_in_lanes_of_their_own(window: MainWindow) -> None:
    before = lanes(window)
    assert before["", "solid"] == 1 and not {"disc", "star"} & {shape for shape, _ in before}
    window.registry.run("view.readings")
    shown = lanes(window)
    assert {key: shown[key] for key in before} == before
    assert (shown["disc", "solid"], shown["disc", "double"], shown["star", "solid"]) == (1, 1, 1)
    assert "● omar" in window.messages.text.text().replace("\u2068", "").replace("\u2069", "")
    assert window.registry.action("view.readings").isChecked()
    window.registry.run("view.readings")
    assert lanes(window) == before


def test_what_is_compared_follows_its_reader_and_the_article(window: MainWindow) -> None:
    session = session_of(window)
    session.compare("omar")
    kept = session.readings.compared[0].spans[0]
    session.mark(0, 3, "cue")
    assert session.readings.compared[0].spans[0] is kept
    session.step_document(1)
    assert session.readings.compared[0].spans == [] and [shape for shape, _ in lanes(window)] == []
    session.step_document(-1)
    assert lanes(window)["disc", "double"] == 1


def test_one_span_is_selected_in_whoever_s_reading(window: MainWindow) -> None:
    session, registry = session_of(window), window.registry
    session.compare("omar")
    mine, theirs, suggested = session.spans[0], session.readings.compared[0].spans[0], session.suggestions[0]
    session.select(mine.id)
    assert session.selection == SpanSelection("me", mine.id) and session.selected is mine
    session.select(theirs.id)
    assert session.selection == SpanSelection("omar", theirs.id) and session.chosen is theirs
    assert session.selected is None and session.pointed is None
    assert window.workspace.article.selected_mark() == theirs.id
    registry.settle()
    assert window.foot.hint.accessibleName() == "Reading of omar: Actor   ·   N next mark"
    assert not registry.action("annotate.delete").isEnabled() and not registry.action("suggest.accept").isEnabled()
    session.select(suggested.id)
    assert session.selection == SpanSelection(suggested.annotator, suggested.id) and session.pointed is suggested
    assert registry.action("suggest.accept").isEnabled()
    session.select("nobody's")
    assert session.selection is None


def test_nobody_changes_the_mark_of_another(window: MainWindow) -> None:
    session = session_of(window)
    session.compare("omar")
    theirs = session.readings.compared[0].spans[0]
    session.select(theirs.id)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Q, Qt.Key.Key_BracketRight, Qt.Key.Key_1, Qt.Key.Key_Return):
        QTest.keyClick(window.workspace.article, key)
    assert session.project.spans(theirs.document_id, "omar")[0] == theirs
    assert len(session.spans) == 1


def test_a_selection_goes_with_the_reading_that_it_is_in(window: MainWindow) -> None:
    session = session_of(window)
    session.compare("omar", "gold")
    gold = session.readings.compared[1].spans[0]
    session.select(gold.id)
    session.compare("omar")
    assert session.selection is None
    assert [one.annotator for one in session.readings.compared] == ["omar"]


def test_a_model_that_is_compared_has_a_lane_and_suggests_nothing_twice(window: MainWindow) -> None:
    session = session_of(window)
    model = session.suggestions[0].annotator
    hollow = sum(count for (shape, _), count in lanes(window).items() if shape == "hollow")
    assert hollow == len(session.suggestions) > 0
    session.compare(model)
    shapes = {shape for shape, _ in lanes(window)}
    assert "diamond" in shapes and "hollow" not in shapes


def test_tips_and_screen_readers_say_whose_mark_it_is(window: MainWindow) -> None:
    session = session_of(window)
    session.compare("omar")
    article = window.workspace.article
    marks = article.page.marks.at(22)
    assert len(marks) == 2
    assert "omar" in article.describe_marks(marks) and "omar" in article.speak_marks(marks)


def test_fifteen_readers_look_different() -> None:
    people = [f"reader{n}" for n in range(15)]
    looks = reader_looks([*people, "gold", "model:ner"])
    assert len({(look.color, look.lane.shape) for look in looks.values()}) == 17
    assert [look.lane.place for look in looks.values()] == list(range(17))
    assert (looks["gold"].sign, looks["model:ner"].sign) == ("★", "◇")


DEEDS: list[tuple[str, Callable[[Project, str], object]]] = [
    ("omar", lambda project, first: project.annotate(first, (0, 3), "cue")),
    ("omar", lambda project, first: project.update(project.spans(first)[0].id, parts=(1, 3))),
    ("me", lambda project, first: project.annotate(first, (0, 3), "cue")),
    ("me", lambda project, first: project.update(project.spans(first)[0].id, parts=(5, 9))),
    ("omar", lambda project, first: project.delete(project.relations(first)[0].id)),
    ("omar", lambda project, first: project.delete(project.spans(first)[0].id)),
    ("me", lambda project, first: project.delete(project.spans(first)[0].id)),
    ("omar", lambda project, _: project.undo()),
    ("me", lambda project, _: project.undo()),
]


def test_what_is_followed_is_what_would_be_read(path: Path) -> None:
    heard: list[Changes] = []
    with Project.open(path, annotator="me", read_only=True) as seen:
        first = seen.documents()[0].id
        shown, read = Readings(seen), Readings(seen)
        for readings in (shown, read):
            readings.compare(["omar", "gold"], first)
            readings.read(first)
        for who, do in DEEDS:
            with Project.open(path, annotator=who) as project:
                project.listen(heard.append)
                do(project, first)
            shown.follow(first, heard.pop())
            read.read(first)
            for one, other in zip((shown.mine, *shown.compared), (read.mine, *read.compared), strict=True):
                assert (one.spans, one.relations) == (other.spans, other.relations)
                assert one.by_id == {span.id: span for span in other.spans}
