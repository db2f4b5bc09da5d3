"""Reading who said what about whom: from the marks of an actor over the links to what is said, by their indexes."""

import sqlite3
from collections.abc import Sequence

import msgspec

from annotator.domain.document import Direction
from annotator.domain.span import Parts
from annotator.domain.statement import POLARITY, SOURCE, STANCE, TARGET, Asked
from annotator.store.links import OF_ACTOR
from annotator.store.rows import decode

AT_ONCE = 500
"""Ids in one question to SQLite."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A head span with its document; `words` begins at the span's start and ends at its end."""

    id: str
    document_id: str
    title: str
    direction: Direction | None
    published: str | None
    start: int
    end: int
    parts: Parts
    words: str
    polarity: str | None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link of a head span to a mention: its role and stance, the actor's id and name, or the mention's words."""

    head: str
    role: str
    stance: str | None
    actor_id: str | None
    name: str


def said(connection: sqlite3.Connection, asked: Asked, heads: Sequence[str]) -> list[Said]:
    """The spans with a label of `heads` that answer the question, by date, those without one last."""
    if not heads:
        return []
    clauses, values = _where(asked, heads)
    rows = connection.execute(
        f"""SELECT s.id, s.document_id, d.title, d.direction, s.start, s."end", s.parts,
            substr(d.text, s.start + 1, s."end" - s.start) AS words, json_extract(s.attributes, ?) AS polarity,
            (SELECT min(published) FROM origins WHERE document_id = d.id) AS published
        FROM marks AS s JOIN documents AS d ON d.id = s.document_id WHERE {" AND ".join(clauses)}
        ORDER BY published IS NULL, published, d.added, s.start, s.id""",
        (f"$.{POLARITY}", *values),
    )
    return [Said(**{**dict(row), "parts": decode(row["parts"], Parts, "spans", row["id"])}) for row in rows]


def links(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Link]:
    """Where these head spans lead by the roles of a statement, in reading order of the mentions."""
    found: list[Link] = []
    for place in range(0, len(ids), AT_ONCE):
        some = ids[place : place + AT_ONCE]
        rows = connection.execute(
            f"""SELECT r.from_id AS head, r.label AS role, json_extract(r.attributes, ?) AS stance, m.actor_id,
                coalesce(a.name, substr(d.text, m.start + 1, m."end" - m.start)) AS name
            FROM links AS r JOIN marks AS m ON m.id = r.to_id JOIN documents AS d ON d.id = m.document_id
            LEFT JOIN actors AS a ON a.id = m.actor_id
            WHERE r.from_id IN ({_marks(some)}) AND r.label IN (?, ?) ORDER BY m.start, r.id""",
            (f"$.{STANCE}", *some, SOURCE, TARGET),
        )
        found += [Link(**dict(row)) for row in rows]
    return found


def _where(asked: Asked, heads: Sequence[str]) -> tuple[list[str], list[str]]:
    clauses, values = [f"s.label IN ({_marks(heads)})", "s.annotator = ?"], [*heads, asked.annotator]
    for role, actor in ((SOURCE, asked.source), (TARGET, asked.target)):
        stance = asked.stance if role == TARGET else None
        if actor is not None or stance is not None:
            clause, more = _linked(role, actor, stance)
            clauses.append(clause)
            values += more
    for sign, day in ((">=", asked.since), ("<=", asked.until)):
        if day is not None:
            clauses.append(
                f"(SELECT substr(min(published), 1, 10) FROM origins WHERE document_id = s.document_id) {sign} ?"
            )
            values.append(day)
    return clauses, values


def _linked(role: str, actor: str | None, stance: str | None) -> tuple[str, list[str]]:
    """Heads with a link of this role to a mention of the actor, with this stance."""
    found, values = "SELECT r.from_id FROM links AS r JOIN marks AS m ON m.id = r.to_id WHERE r.label = ?", [role]
    if actor is not None:
        found += f" AND m.id IN ({OF_ACTOR}) AND m.actor_id = ?"
        values += [actor] * 3
    if stance is not None:
        found += " AND json_extract(r.attributes, ?) = ?"
        values += [f"$.{STANCE}", stance]
    return f"s.id IN ({found})", values


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
