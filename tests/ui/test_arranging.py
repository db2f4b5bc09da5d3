"""Filters and orders of the table of articles."""

from collections.abc import Iterable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.services.comparing import Standing
from annotator.services.overview import ArticleLine
from annotator.ui.home.arranging import NOBODY, READER, Order, RowsWanted, arranged
from annotator.ui.home.table import HomeTable


def line(place: int, title: str, **said: Any) -> ArticleLine:
    values: dict[str, Any] = {
        "publisher": None,
        "published": None,
        "direction": None,
        "folded": title,
        "status": "todo",
        "statuses": {},
        "assigned": (),
        "compared": (),
        "marks": 0,
        "decided": 0,
        "comments": 0,
        "is_mine": False,
        "is_hidden": False,
        "title_rank": place,
        "publisher_rank": 0,
    }
    return ArticleLine(id=title, title=title, place=place, **(values | said))


LINES = [
    line(0, "a", title_rank=2, published="2026-03-01", marks=5, statuses={"me": "done"}, assigned=("me",)),
    line(1, "b", title_rank=0, publisher="Wire", publisher_rank=1, statuses={"me": "doing", "omar": "done"}),
    line(2, "c", title_rank=1, published="2026-01-09T10:00", comments=2, assigned=("omar", "me")),
]
STANDINGS = {"b": Standing(differences=3, undecided=2, alpha=0.5), "c": Standing(differences=1, undecided=0, alpha=0.9)}


def titles(wanted: RowsWanted = RowsWanted(), order: Order = Order()) -> str:  # noqa: B008
    return "".join(one.title for one in arranged(LINES, wanted, order, STANDINGS, "me"))


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (RowsWanted(words=" B "), "b"),
        (RowsWanted(status="todo"), "c"),
        (RowsWanted(status="done", reader="omar"), "b"),
        (RowsWanted(assigned="me"), "ac"),
        (RowsWanted(assigned=NOBODY), "b"),
        (RowsWanted(publisher="Wire"), "b"),
        (RowsWanted(since="2026-01-09", until="2026-02-28"), "c"),
        (RowsWanted(undecided=True), "b"),
        (RowsWanted(comments=True), "c"),
    ],
)
def test_filters_leave_what_is_wanted(wanted: RowsWanted, left: str) -> None:
    assert titles(wanted) == left


@pytest.mark.parametrize(
    ("key", "rising", "falling"),
    [
        ("place", "abc", "cba"),
        ("title", "bca", "acb"),
        ("date", "cab", "acb"),
        ("publisher", "bac", "bac"),
        ("marks", "bca", "abc"),
        ("assigned", "acb", "cab"),
        ("differences", "cba", "bca"),
        ("agreement", "bca", "cba"),
        (f"{READER}me", "abc", "bac"),
    ],
)
def test_what_has_no_value_comes_last_both_ways(key: str, rising: str, falling: str) -> None:
    assert (titles(order=Order(key)), titles(order=Order(key, True))) == (rising, falling)


class Counted(list[ArticleLine]):
    """Lines that note which of them are asked for."""

    def __init__(self, lines: Iterable[ArticleLine]) -> None:
        super().__init__(lines)
        self.asked: set[int] = set()

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, int):
            self.asked.add(place)
        return super().__getitem__(place)


def test_twenty_thousand_articles_cost_what_is_in_sight(qtbot: QtBot) -> None:
    table, lines = HomeTable(), [line(place, str(place)) for place in range(20_000)]
    qtbot.addWidget(table)
    table.resize(1000, 600)
    table.show()
    for held in (Counted(lines), Counted(lines[::-1])):
        table.rows.show_lines(held)
        table.go_to(held[0].id)
        for deed in (table.tick_all, table.scrollToBottom, table.scrollToTop):
            deed()
            table.viewport().repaint()
        assert 0 < len(held.asked) < 200 and table.in_sight()[0] is held[0]
    table.tick_all()
    assert len(table.chosen) == 20_000
