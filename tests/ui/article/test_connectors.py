"""Connectors: where they run, and that they cross no letters."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.services.sample import ANNOTATOR, make_sample
from annotator.ui.article.connectors import Point, Sides, Sight, Stretch, route, route_out
from annotator.ui.article.frame_overlay import rounded
from annotator.ui.article.view import ArticleView

SIDES = Sides(0, 500, 0, 400)


def stretch(line: int, left: float, right: float) -> Stretch:
    """Lines of 40 pixels whose letters take the 20 in the middle."""
    top = 40.0 * line
    return Stretch(line, left, right, top + 10, top + 30, top, top + 40)


def test_on_one_line_it_runs_below() -> None:
    assert route([stretch(1, 300, 340)], [stretch(1, 100, 200)], SIDES) == [
        (320, 70), (320, 80), (193, 80), (193, 70)
    ]  # fmt: skip


def test_between_neighbouring_lines_it_runs_in_their_gap() -> None:
    assert route([stretch(1, 300, 340)], [stretch(2, 100, 200)], SIDES) == [
        (320, 70), (320, 80), (193, 80), (193, 90)
    ]  # fmt: skip
    assert route([stretch(2, 300, 340)], [stretch(1, 310, 400)], SIDES) == [
        (320, 90), (320, 80), (320, 80), (320, 70)
    ]  # fmt: skip


def test_past_a_line_it_goes_round_by_the_nearer_margin() -> None:
    far = route([stretch(0, 400, 440)], [stretch(3, 350, 380)], SIDES, lane=1)
    assert [point[0] for point in far] == [420, 420, 504, 504, 373, 373]
    back = route([stretch(3, 40, 60)], [stretch(0, 100, 200)], SIDES)
    assert [point[0] for point in back] == [50, 50, 0, 0, 107, 107]
    assert back[0][1] == 130 and back[-1][1] == 30


def test_a_mark_inside_another_needs_none_and_the_nearest_pieces_are_joined() -> None:
    assert route([stretch(1, 150, 170)], [stretch(1, 100, 200)], SIDES) == []
    two = [stretch(0, 0, 500), stretch(1, 300, 500)]
    assert route([stretch(2, 350, 380)], two, SIDES)[-1] == (365, 70)


def test_towards_what_is_out_of_sight_it_leaves_the_window_by_the_margin() -> None:
    assert route_out([stretch(1, 400, 440)], upwards=True, sides=SIDES)[-1] == (500, 0)
    assert route_out([stretch(1, 40, 80)], upwards=False, sides=SIDES)[-1] == (0, 400)


def test_rounding_begins_and_ends_where_the_connector_does() -> None:
    path = rounded([(0, 0), (0, 10), (50, 10), (50, 0)])
    assert path.elementAt(0).x == 0 and path.elementAt(0).y == 0
    assert path.currentPosition().toTuple() == (50, 0)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path: Path = make_sample(tmp_path_factory.mktemp("sample") / "sample.musnad")
    with Project.open(path, annotator=ANNOTATOR, read_only=True) as project:
        yield project


@pytest.mark.parametrize("width", [420, 900])
def test_none_of_the_sample_s_connectors_crosses_letters(sample: Project, qtbot: QtBot, width: int) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(width, 700)
    view.show()
    drawn = 0
    for document in sample.documents()[:4]:
        view.set_article(document.text, "rtl")
        spans = {span.id: span for span in sample.spans(document.id)}
        sight = Sight(view)
        letters = sight.stretches(((0, len(document.text)),))
        for lane, link in enumerate(sample.relations(document.id)):
            corners = sight.connector(spans[link.to_id].parts, spans[link.from_id].parts, lane % 4)
            drawn += bool(corners)
            assert not any(_crosses(one, other, box) for one, other in pairwise(corners) for box in letters)
    assert drawn > 40


def _crosses(one: Point, other: Point, box: Stretch) -> bool:
    """Whether a piece goes through a line's letters: at their edge, where it leaves a mark, it only touches them."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < box.right and box.left < right + 0.01 and top < box.foot - 0.5 and box.head + 0.5 < bottom
