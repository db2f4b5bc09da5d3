"""Derived tables, kept so that every reader sees the same: the labels that the scheme knows, the entry that each merged
actor has become, and the relations that are not shown.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from annotator.domain.link_rules import HiddenReason, hidden
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError
from annotator.store import scheme_rows

HIDDEN = "hidden_relations"
SpanPlace = tuple[str, str]
"""A document and an annotator: whose annotation set it is."""


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all of it anew, and put texts into the search index that are not there."""
    from annotator.store import full_text

    rows = connection.execute(
        "SELECT id, text FROM documents WHERE id NOT IN "
        "(SELECT i.document_id FROM indexed AS i JOIN folded AS f ON f.id = i.id) ORDER BY added, id"
    )
    for document_id, text in rows.fetchall():
        full_text.add(connection, document_id, text)
    whole = scheme_rows.whole(connection)
    if whole is not None:
        connection.execute(
            "INSERT OR REPLACE INTO settings VALUES (?, ?)", (scheme_rows.ROOT, msgspec.json.encode(whole).decode())
        )
    _know_labels(connection)
    _find_roots(connection)
    _hide(connection, _every_place(connection))


def follow(
    connection: sqlite3.Connection, rows: Mapping[str, Iterable[str]], documents: Iterable[str], *, came: bool = False
) -> list[tuple[str, str]]:
    """Bring it up to date after rows of these tables, and something of these documents, have changed.

    What we write ourselves keeps the rules; so only where relations are hidden already, where a whole document came
    or went, and where rows `came` from elsewhere, they are looked at. Returns the mentions that name another entry
    now, as ids of the span and of its document.
    """
    renamed = _find_roots(connection) if "actors" in rows else []
    if "settings" in rows:
        _know_labels(connection)
        _hide(connection, _every_place(connection))
    elif "documents" in rows or came:
        _hide(connection, [*_places(connection, "relations", documents), *_places(connection, HIDDEN, documents)])
    elif "spans" in rows or "relations" in rows:
        _hide(connection, _places(connection, HIDDEN, documents))
    return renamed


def known_labels(connection: sqlite3.Connection) -> dict[str, bool]:
    """The labels of the scheme, and whether their spans name actors; none where there is no scheme to be read."""
    scheme = scheme_of_parts(connection)
    return {} if scheme is None else {label.key: label.names_actor for label in scheme.labels}


def actor_roots(connection: sqlite3.Connection) -> dict[str, str]:
    """The entry that each merged actor has become in the end.

    One that was merged into an entry which is not there is still itself. Of a circle, the first id is the entry.
    """
    into = dict(
        connection.execute(
            """SELECT a.id, a.merged_into FROM actors AS a JOIN actors AS b ON b.id = a.merged_into
               WHERE a.merged_into IS NOT NULL AND a.merged_into <> a.id"""
        ).fetchall()
    )
    roots = {one: _root(one, into) for one in into}
    return {one: root for one, root in roots.items() if one != root}


def _root(actor_id: str, into: Mapping[str, str]) -> str:
    seen = [actor_id]
    while (there := into.get(seen[-1])) is not None:
        if there in seen:
            return min(seen[seen.index(there) :])
        seen.append(there)
    return seen[-1]


def hidden_relations(
    connection: sqlite3.Connection, places: Iterable[SpanPlace], scheme: Scheme | None
) -> dict[str, tuple[str, str, HiddenReason]]:
    """The relations of these annotation sets that a scheme does not show: id → document, annotator and reason."""
    kinds = {} if scheme is None else {kind.key: kind for kind in scheme.relations}
    found: dict[str, tuple[str, str, HiddenReason]] = {}
    for place in places:
        relations = [
            Relation(id=row[0], document_id=place[0], annotator=place[1], label=row[1], from_id=row[2], to_id=row[3])
            for row in connection.execute(
                "SELECT id, label, from_id, to_id FROM relations WHERE document_id = ? AND annotator = ? ORDER BY id",
                place,
            )
        ]
        marks = "SELECT id, label FROM marks WHERE document_id = ? AND annotator = ?"
        labels = dict(connection.execute(marks, place).fetchall()) if relations else {}
        reasons = hidden(kinds, labels, relations, lambda one: _first_stamp(connection, one))
        found |= {one: (*place, reason) for one, reason in reasons.items()}
    return found


def _first_stamp(connection: sqlite3.Connection, relation_id: str) -> str:
    row = connection.execute(
        """SELECT min(stamp) FROM changes WHERE "table" = 'relations' AND row_id = ?""", (relation_id,)
    ).fetchone()
    return row[0] or ""


def scheme_of_parts(connection: sqlite3.Connection) -> Scheme | None:
    """The scheme that its rows make up; None if they make none."""
    try:
        return scheme_rows.assembled(scheme_rows.stored_parts(connection))
    except MusnadError:
        return None


def _stored_scheme(connection: sqlite3.Connection) -> Scheme | None:
    """The scheme as it is kept whole, which is read faster."""
    try:
        return scheme_rows.scheme(connection)
    except MusnadError:
        return None


def _know_labels(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM known_labels")
    connection.executemany(
        "INSERT INTO known_labels VALUES (?, ?)",
        [(key, int(names_actor)) for key, names_actor in known_labels(connection).items()],
    )


def _find_roots(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    wanted = actor_roots(connection)
    held: dict[str, Any] = dict(connection.execute("SELECT id, root FROM actor_roots").fetchall())
    if wanted != held:
        connection.execute("DELETE FROM actor_roots")
        connection.executemany("INSERT INTO actor_roots VALUES (?, ?)", list(wanted.items()))
    others = [one for one in held.keys() | wanted.keys() if held.get(one) != wanted.get(one)]
    return [
        (row[0], row[1])
        for one in others
        for row in connection.execute("SELECT id, document_id FROM spans WHERE actor_id = ?", (one,)).fetchall()
    ]


def _hide(connection: sqlite3.Connection, places: Iterable[SpanPlace]) -> None:
    places = list(dict.fromkeys(places))
    for place in places:
        connection.execute("DELETE FROM hidden_relations WHERE document_id = ? AND annotator = ?", place)
    if not places:
        return
    hidden_ones = hidden_relations(connection, places, _stored_scheme(connection))
    rows = [(one, *rest) for one, rest in hidden_ones.items()]
    connection.executemany("INSERT OR REPLACE INTO hidden_relations VALUES (?, ?, ?, ?)", rows)


def _places(connection: sqlite3.Connection, table: str, documents: Iterable[str]) -> list[SpanPlace]:
    return [
        (row[0], row[1])
        for document_id in documents
        for row in connection.execute(
            f"SELECT DISTINCT document_id, annotator FROM {table} WHERE document_id = ?", (document_id,)
        ).fetchall()
    ]


def _every_place(connection: sqlite3.Connection) -> list[SpanPlace]:
    rows = connection.execute(
        f"SELECT document_id, annotator FROM relations UNION SELECT document_id, annotator FROM {HIDDEN}"
    ).fetchall()
    return [(row[0], row[1]) for row in rows]
