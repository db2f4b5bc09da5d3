"""Reading which spans are linked to which entries of the registry, without reading whole annotation sets."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

import msgspec

from annotator.domain.span import ELLIPSIS, Parts
from annotator.domain.statement import ClaimFigures
from annotator.store import rows

OF_ACTOR = """SELECT id FROM spans WHERE actor_id = ?
    OR actor_id IN (SELECT id FROM actor_roots WHERE root = ?)"""
"""The spans that name an entry, by its own id or by that of one which was merged into it."""


OF_STATEMENT = """SELECT id FROM spans WHERE statement_id = ?
    OR statement_id IN (SELECT id FROM statement_roots WHERE root = ?)"""
"""The spans that say a statement, by its own id or by that of one which was merged into it."""


class Link(msgspec.Struct, frozen=True):
    """A span that names an actor: what it says, its parts joined as `Span.quote` joins them."""

    span_id: str
    annotator: str
    quote: str
    actor_id: str


def links(connection: sqlite3.Connection, span_ids: Iterable[str] | None = None) -> Iterator[Link]:
    """The linked spans among these, or (None) all of them, in no order."""
    if span_ids is None:
        yield from map(_link, connection.execute(_LINKS))
        return
    for span_id in span_ids:
        yield from map(_link, connection.execute(f"{_LINKS} AND s.id = ?", (span_id,)))


def counts(connection: sqlite3.Connection, models: Collection[str] = ()) -> dict[str, int]:
    """Return how many spans of people, the gold reading and these models are linked to each entry that has any."""
    return _counts(connection, "actor_id", models)


def claim_counts(connection: sqlite3.Connection, models: Collection[str] = ()) -> dict[str, int]:
    """Return how many claims of people, the gold reading and these models are linked to each statement that has any."""
    return _counts(connection, "statement_id", models)


def _counts(connection: sqlite3.Connection, column: str, models: Collection[str]) -> dict[str, int]:
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM marks WHERE {column} IS NOT NULL AND {_taken(models)} GROUP BY {column}",
        tuple(models),
    )
    return {row[0]: row[1] for row in rows}


def claim_figures(connection: sqlite3.Connection, models: Collection[str] = ()) -> dict[str | None, ClaimFigures]:
    """Return the figures of each statement that has a claim, and (None) of the claims that say none yet.

    Claims of people, the gold reading and these models count.
    """
    # The labels are asked for first: of most marks nothing else has to be read.
    rows = connection.execute(
        f"""SELECT s.statement_id, count(*) AS claims, count(DISTINCT s.document_id) AS articles,
            coalesce(sum(s.agreement = 'yes'), 0) AS yes, coalesce(sum(s.agreement = 'no'), 0) AS no,
            coalesce(sum(s.agreement = 'unclear'), 0) AS unclear
        FROM marks AS s WHERE s.label IN (SELECT key FROM known_labels WHERE is_claim) AND {_taken(models)}
        GROUP BY s.statement_id""",
        tuple(models),
    )
    return {row[0]: ClaimFigures(*row[1:]) for row in rows}


def count(connection: sqlite3.Connection, actor_id: str) -> int:
    """Return how many spans of people and the gold reading are linked to this entry."""
    asked = f"SELECT count(*) FROM marks WHERE id IN ({OF_ACTOR}) AND {_taken(())}"
    return int(connection.execute(asked, (actor_id, actor_id)).fetchone()[0])


def _taken(models: Collection[str]) -> str:
    """The condition that a span is no model's but one of these: what a model proposed is nobody's mark yet."""
    named = ", ".join("?" * len(models))
    return f"(annotator NOT IN (SELECT id FROM annotators WHERE kind = 'model') OR annotator IN ({named}))"


# substr() counts code points, as our offsets do.
_LINKS = """
SELECT s.id, s.annotator, s.actor_id, s.start, s.parts, substr(d.text, s.start + 1, s."end" - s.start) AS stretch
FROM marks AS s JOIN documents AS d ON d.id = s.document_id WHERE s.actor_id IS NOT NULL"""


def _link(row: sqlite3.Row) -> Link:
    parts = rows.decode(row["parts"], Parts, "spans", row["id"])
    first = row["start"]
    quote = ELLIPSIS.join(row["stretch"][start - first : end - first] for start, end in parts)
    return Link(row["id"], row["annotator"], quote, row["actor_id"])
