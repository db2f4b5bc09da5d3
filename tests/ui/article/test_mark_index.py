from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.mark_index import MarkIndex, changed
from annotator.ui.article.marks import Mark, MarkStyle

PARTS = st.lists(st.integers(0, 400), min_size=2, max_size=6, unique=True).map(
    lambda ends: tuple(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)

IDS = st.sampled_from("abcdefgh")


def make(parts: list[tuple[tuple[int, int], ...]], look: MarkStyle) -> list[Mark]:
    return [Mark(str(place), part, "", look) for place, part in enumerate(parts)]


@given(st.lists(PARTS, max_size=30), st.integers(0, 400), st.integers(1, 60))
def test_finds_what_a_walk_over_all_marks_finds(
    look: MarkStyle, parts: list[tuple[tuple[int, int], ...]], start: int, size: int
) -> None:
    marks = make(parts, look)
    index = MarkIndex(marks)
    for mark in marks[::3]:
        index.drop(mark.id)
    for mark in marks[::6]:
        index.put(mark)
    kept = [mark for place, mark in enumerate(marks) if place % 3 or place % 6 == 0]
    touching = {mark.id for mark in kept if mark.start < start + size and start < mark.end}
    assert {mark.id for mark in index.touching(start, start + size)} == touching
    covering = sorted((mark for mark in kept if mark.covers(start)), key=lambda mark: mark.length)
    assert [mark.length for mark in index.at(start)] == [mark.length for mark in covering]


@given(st.lists(IDS, unique=True), st.lists(IDS, unique=True), st.data())
def test_knows_what_changed(look: MarkStyle, before: list[str], after: list[str], data: st.DataObject) -> None:
    known = {key: Mark(key, ((0, 4),), "", look) for key in "abcdefgh"}
    old = [known[key] for key in before]
    moved = data.draw(st.sets(IDS))
    new = [Mark(key, ((3, 9),), "", look) if key in moved else known[key] for key in after]
    put, drop = changed(old, new)
    assert {mark.id for mark in put} == {key for key in after if key in moved or key not in before}
    assert {mark.id for mark in drop} == {key for key in before if key in moved or key not in after}
    assert all(mark in new for mark in put)
    assert all(mark in old for mark in drop)
