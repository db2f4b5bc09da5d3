"""Reading who said what about whom: from the marks of an actor over the links to what is said, by their indexes."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.attribution import Asked
from annotator.domain.document import Direction
from annotator.domain.span import Parts
from annotator.store.links import OF_ACTOR
from annotator.store.rows import Attributes, decode, record

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


class AttributionLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link of a head span to a mention: its role and stance, the actor's id and name, or the mention's words."""

    head: str
    role: str
    stance: str | None
    actor_id: str | None
    name: str


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """A scheme's keys for the parts of an attribution.

    `heads` are the labels of what is said, each with its attribute of polarity, and `targets` the links to whom it is
    about, each with its attribute of stance; None where it has none.
    """

    heads: Mapping[str, str | None]
    sources: Sequence[str]
    targets: Mapping[str, str | None]


def said(connection: sqlite3.Connection, asked: Asked, terms: Terms) -> list[Said]:
    """Return the claims that answer the question, by date, those without one last."""
    if not terms.heads:
        return []
    clauses, values = _where(asked, terms)
    rows = connection.execute(
        f"""SELECT s.id, s.document_id, d.title, d.direction, s.start, s."end", s.parts, s.label, s.attributes,
            substr(d.text, s.start + 1, s."end" - s.start) AS words,
            (SELECT min(published) FROM origins WHERE document_id = d.id) AS published
        FROM marks AS s JOIN documents AS d ON d.id = s.document_id WHERE {" AND ".join(clauses)}
        ORDER BY published IS NULL, published, d.added, s.start, s.id""",
        values,
    )
    return [_said(dict(row), terms.heads) for row in rows]


def _said(row: dict[str, Any], polarity: Mapping[str, str | None]) -> Said:
    row["parts"] = decode(row["parts"], Parts, "spans", row["id"])
    row["polarity"] = _held(row.pop("attributes"), polarity.get(row.pop("label")), row["id"])
    return record(Said, "spans", row)


def _held(attributes: str, key: str | None, span_id: str) -> str | None:
    return None if key is None else decode(attributes, Attributes, "spans", span_id).get(key)


def links(connection: sqlite3.Connection, ids: Sequence[str], terms: Terms) -> list[AttributionLink]:
    """Return the links of these head spans by the roles of an attribution, in reading order of the mentions."""
    found: list[AttributionLink] = []
    roles = [*terms.sources, *terms.targets]
    for place in range(0, len(ids), AT_ONCE):
        some = ids[place : place + AT_ONCE]
        rows = connection.execute(
            f"""SELECT r.from_id AS head, r.label AS role, r.attributes, m.actor_id,
                coalesce(a.name, substr(d.text, m.start + 1, m."end" - m.start)) AS name
            FROM links AS r JOIN marks AS m ON m.id = r.to_id JOIN documents AS d ON d.id = m.document_id
            LEFT JOIN actors AS a ON a.id = m.actor_id
            WHERE r.from_id IN ({_marks(some)}) AND r.label IN ({_marks(roles)}) ORDER BY m.start, r.id""",
            (*some, *roles),
        )
        for row in map(dict, rows):
            stance = _held(row.pop("attributes"), terms.targets.get(row["role"]), row["head"])
            found.append(record(AttributionLink, "relations", {**row, "stance": stance}))
    return found


def _where(asked: Asked, terms: Terms) -> tuple[list[str], list[str]]:
    clauses, values = [f"s.label IN ({_marks(terms.heads)})", "s.annotator = ?"], [*terms.heads, asked.annotator]
    for roles, actor, stance in (
        (dict.fromkeys(terms.sources), asked.source, None),
        (terms.targets, asked.target, asked.stance),
    ):
        if actor is not None or stance is not None:
            clause, more = _linked(roles, actor, stance)
            clauses.append(clause)
            values += more
    for sign, day in ((">=", asked.since), ("<=", asked.until)):
        if day is not None:
            clauses.append(
                f"(SELECT substr(min(published), 1, 10) FROM origins WHERE document_id = s.document_id) {sign} ?"
            )
            values.append(day)
    return clauses, values


def _linked(roles: Mapping[str, str | None], actor: str | None, stance: str | None) -> tuple[str, list[str]]:
    """Heads with a link of one of these roles to a mention of the actor, with this stance in the role's attribute."""
    found = f"""SELECT r.from_id FROM links AS r JOIN marks AS m ON m.id = r.to_id
        WHERE r.label IN ({_marks(roles)})"""
    values = [*roles]
    if actor is not None:
        found += f" AND m.id IN ({OF_ACTOR}) AND m.actor_id = ?"
        values += [actor] * 3
    if stance is not None:
        places = [(role, key) for role, key in roles.items() if key is not None]
        either = " OR ".join(["(r.label = ? AND json_extract(r.attributes, ?) = ?)"] * len(places))
        found += f" AND ({either or 'FALSE'})"
        values += [text for role, key in places for text in (role, f'$."{key}"', stance)]
    return f"s.id IN ({found})", values


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
