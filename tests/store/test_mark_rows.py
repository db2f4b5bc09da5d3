"""Marks read all at once are those read one by one, and a broken row is named either way."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.store.mark_rows import (
    RELATION_COLUMNS,
    SPAN_COLUMNS,
    _spans_at_once,
    read_relation,
    read_relations,
    read_span,
    read_spans,
)
from annotator.store.rows import BrokenRowError

SPAN = ["i", "d", "a", "l", 0, 4, "[[0,4]]", "{}", None, None, None, None, None]
LINK = ["i", "d", "a", "l", "f", "t", '{"k":"v"}', None, None]


def rows(columns: str, values: Sequence[Sequence[Any]]) -> list[sqlite3.Row]:
    names = [name.strip().split(".")[1].strip('"') for name in columns.split(",")]
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    asked = ", ".join(f'? AS "{name}"' for name in names)
    return [connection.execute(f"SELECT {asked}", one).fetchone() for one in values]


def spans(*changes: dict[int, Any]) -> list[sqlite3.Row]:
    made = [[change.get(place, value) for place, value in enumerate(SPAN)] for change in changes]
    return rows(SPAN_COLUMNS, made)


TEXTS = st.text(max_size=8)
ATTRIBUTES = st.dictionaries(TEXTS, TEXTS, max_size=3).map(json.dumps)
NAMES = st.sampled_from(["x", None])


@given(st.lists(st.tuples(ATTRIBUTES, NAMES, st.sampled_from(["yes", None])), max_size=5))
@settings(max_examples=60)
def test_at_once_and_one_by_one_give_the_same(said: list[tuple[str, str | None, str | None]]) -> None:
    found = spans(*({7: attributes, 9: name, 10: agreement} for attributes, name, agreement in said))
    assert read_spans(found) == [read_span(row) for row in found]
    links = rows(RELATION_COLUMNS, [[*LINK[:6], attributes, name, None] for attributes, name, _ in said])
    assert read_relations(links) == [read_relation(row) for row in links]


def test_an_ordinary_reading_is_read_at_once() -> None:
    found = spans({}, {7: '{"kind":"person"}', 8: "actor"})
    assert _spans_at_once(found) == [read_span(row) for row in found]


@pytest.mark.parametrize(
    "broken",
    [
        {6: "[[0,4]"},
        {6: "[[0,4]],[[0,4]]"},
        {6: "[[0,5]]"},
        {6: None},
        {6: "[]"},
        {7: '{"a":1}'},
        {7: "{},{}"},
        {0: None},
        {3: 7},
        {8: "x" * 1001},
        {10: "perhaps"},
    ],
)
def test_a_broken_row_among_others_is_named(broken: dict[int, Any]) -> None:
    found = spans({}, broken, {})
    with pytest.raises(BrokenRowError):
        read_spans(found)


def test_what_one_row_opens_no_other_row_closes() -> None:
    """Three texts that are three values only when they are read as one."""
    found = spans({7: '{"a":"}'}, {7: '{","b":"c"}'}, {7: "{},{}"})
    with pytest.raises(BrokenRowError):
        read_spans(found)
    found = spans({6: "[[0,4]"}, {6: "[4,4]]"}, {6: "[[0,4]],[[0,4]]"})
    with pytest.raises(BrokenRowError):
        read_spans(found)
