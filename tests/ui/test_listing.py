"""Which articles the list shows, and in which order."""

from typing import Any

import pytest

from annotator import Project
from annotator.domain.annotator import Status
from annotator.store.documents import DocumentSummary
from annotator.ui.listing import Listing, ListOrder, ListPart, ListWish, arranged


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


def test_lines_that_came_went_and_changed_are_read_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    listing, asked = Listing(project), list[object]()
    read = project.summaries

    def summaries(**how: Any) -> list[DocumentSummary]:
        asked.append(how.get("only"))
        return read(**how)

    monkeypatch.setattr(project, "summaries", summaries)
    first, second = (project.add_document(f"نص {place}", title=f"{place}").id for place in range(2))
    assert [one.title for one in listing.summaries()] == ["0", "1"]
    project.listen(listing.follow)
    third = project.add_document("نص ثالث", title="2").id
    project.update_document(first, title="renamed")
    project.set_status(second, "done")
    assert [(one.title, one.status) for one in listing.summaries()] == [
        ("renamed", "todo"),
        ("1", "done"),
        ("2", "todo"),
    ]
    project.remove_document(second)
    assert [one.id for one in listing.summaries()] == [first, third]
    assert asked.count(None) == 1
    # One that comes back to its place among others has all of them read again.
    project.undo()
    assert [one.id for one in listing.summaries()] == [first, second, third] == [one.id for one in read()]
    assert asked.count(None) == 2


def test_the_first_line_of_an_empty_project(project: Project) -> None:
    listing = Listing(project)
    assert listing.summaries() == []
    project.listen(listing.follow)
    made = project.add_document("نص أول")
    assert [one.id for one in listing.summaries()] == [made.id]
    project.undo()
    assert listing.summaries() == []
