"""Reading what has been marked, as words, and what was taken over: without reading whole annotation sets."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.store.rows import Attributes, decode


class MarkedForm(NamedTuple):
    """Words that somebody marked, and how."""

    text: str
    label: str
    attributes: dict[str, str]
    actor_id: str | None


def marked_words(connection: sqlite3.Connection, annotator: str) -> Iterator[MarkedForm]:
    """Yield the words of an annotator's marks in one piece, once for each way they were marked, in the order of
    marking.
    """
    # substr() counts code points, as our offsets do.
    rows = connection.execute(
        """SELECT substr(d.text, s.start + 1, s."end" - s.start) AS words, s.label, s.attributes, s.actor_id
           FROM marks AS s JOIN documents AS d ON d.id = s.document_id
           WHERE s.annotator = ? AND json_array_length(s.parts) = 1
           GROUP BY words, s.label, s.attributes, s.actor_id ORDER BY max(
               (SELECT min(stamp) FROM changes WHERE "table" = 'spans' AND row_id = s.id)), max(s.id)""",
        (annotator,),
    )
    for row in rows:
        attributes = decode(row["attributes"], Attributes, "spans", row["words"])
        yield MarkedForm(row["words"], row["label"], attributes, row["actor_id"])


def taken_over(connection: sqlite3.Connection, span_ids: Iterable[str]) -> set[str]:
    """Return those of these spans that somebody has copied: another span is derived from them."""
    statement = "SELECT 1 FROM spans WHERE derived_from = ? LIMIT 1"
    return {one for one in span_ids if connection.execute(statement, (one,)).fetchone() is not None}
