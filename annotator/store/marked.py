"""Reading what has been marked, as words, and what was taken over: without reading whole annotation sets."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from annotator.store.row_histories import first_stamps
from annotator.store.rows import Attributes, decode


class MarkedForm(NamedTuple):
    """Words that somebody marked, and how."""

    text: str
    label: str
    attributes: dict[str, str]
    actor_id: str | None


def marked_words(
    connection: sqlite3.Connection, annotator: str, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[MarkedForm]:
    """Yield the `wanted` words of an annotator's marks in one piece, once for each way they were marked, in the order
    of marking.
    """
    ways: dict[_Way, list[str]] = {}
    for way, span_id in _ways(connection, annotator, cache(wanted)):
        ways.setdefault(way, []).append(span_id)
    marked = first_stamps(connection, "spans", [one for ids in ways.values() for one in ids])
    last = {way: max((marked.get(one, ""), one) for one in ids) for way, ids in ways.items()}
    for way in sorted(ways, key=last.__getitem__):
        words, label, attributes, actor_id = way
        yield MarkedForm(words, label, decode(attributes, Attributes, "spans", last[way][1]), actor_id)


_Way = tuple[str, str, str, str | None]
"""Words, label, attributes as they are stored, and actor."""


def _ways(connection: sqlite3.Connection, annotator: str, wanted: Callable[[str], bool]) -> Iterator[tuple[_Way, str]]:
    """Yield the way of each mark, and its id; a text is read once for all that is marked in it."""
    rows = connection.execute(
        """SELECT s.document_id, s.id, s.start, s."end", s.label, s.attributes, s.actor_id FROM marks AS s
           WHERE s.annotator = ? AND json_array_length(s.parts) = 1 ORDER BY s.document_id""",
        (annotator,),
    )
    for document_id, some in groupby(rows, key=itemgetter(0)):
        text = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()[0]
        for _, span_id, start, end, label, attributes, actor_id in map(tuple, some):
            if wanted(words := text[start:end]):
                yield (words, label, attributes, actor_id), span_id


def taken_over(connection: sqlite3.Connection, span_ids: Iterable[str]) -> set[str]:
    """Return those of these spans that somebody has copied: another span is derived from them."""
    statement = "SELECT 1 FROM spans WHERE derived_from = ? LIMIT 1"
    return {one for one in span_ids if connection.execute(statement, (one,)).fetchone() is not None}
