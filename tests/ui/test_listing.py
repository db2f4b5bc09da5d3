"""Which articles the list shows, and in which order."""

import pytest

from annotator.domain.annotator import Status
from annotator.store.documents import DocumentSummary
from annotator.ui.listing import ListOrder, ListPart, ListWish, arranged


def summary(
    id: str, title: str, status: Status = "todo", day: str | None = None, publisher: str | None = None
) -> DocumentSummary:
    return DocumentSummary(
        id=id, title=title, publisher=publisher, published=day, length=None, status=status, spans=None, direction=None
    )


HELD = [
    summary("a", "ميناء", "done", "2026-03-01"),
    summary("b", "إذاعة", "doing", "2026-01-05", "وكالة"),
    summary("c", "أمطار", "todo", None, "السهل"),
]


def shown(wish: ListWish) -> str:
    return "".join(arranged(HELD, wish, frozenset("bc"), {"a": 2, "c": 5}))


@pytest.mark.parametrize(
    ("part", "left"), [("all", "abc"), ("mine", "bc"), ("todo", "c"), ("doing", "b"), ("done", "a")]
)
def test_a_part_is_listed(part: ListPart, left: str) -> None:
    assert shown(ListWish(part=part)) == left


def test_words_are_found_in_any_spelling_in_title_and_outlet() -> None:
    assert shown(ListWish(words="اذاعه")) == "b" and shown(ListWish(words=" السهل ")) == "c"
    assert shown(ListWish(words="إذاعة", part="todo")) == ""


@pytest.mark.parametrize(
    ("order", "rising", "falling"),
    [
        ("place", "abc", "cba"),
        ("title", "bca", "acb"),
        ("date", "bac", "abc"),
        ("publisher", "cba", "bca"),
        ("marks", "bac", "cab"),
        ("status", "bca", "acb"),
    ],
)
def test_the_list_is_sorted_and_what_has_no_value_comes_last(order: ListOrder, rising: str, falling: str) -> None:
    assert (shown(ListWish(order=order)), shown(ListWish(order=order, falling=True))) == (rising, falling)
