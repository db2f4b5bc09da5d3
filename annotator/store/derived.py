"""Derived tables, kept so that every reader sees the same: the labels and kinds that the scheme knows, the entry that
each merged actor or statement has become, and the relations that are not shown.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from annotator.domain.link_rules import HiddenReason, hidden
from annotator.domain.meanings import attribute_of, claim_labels
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError
from annotator.store import scheme_rows
from annotator.store.rows import ROOTS
from annotator.store.schema_kinds import SHOWN

HIDDEN = "hidden_relations"
SpanPlace = tuple[str, str]
"""A document and an annotator: whose annotation set it is."""


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all of it anew, and put texts into the search index that are not there."""
    from annotator.store import full_text

    rows = connection.execute(
        "SELECT id, text FROM documents WHERE id NOT IN (SELECT document_id FROM indexed) ORDER BY added, id"
    )
    for document_id, text in rows.fetchall():
        full_text.add(connection, document_id, text)
    whole = scheme_rows.whole(connection)
    if whole is not None:
        connection.execute(
            "INSERT OR REPLACE INTO settings VALUES (?, ?)", (scheme_rows.ROOT, msgspec.json.encode(whole).decode())
        )
    _know_labels(connection)
    for table in ROOTS:
        _find_roots(connection, table)
    _hide(connection, _every_place(connection))


def follow(
    connection: sqlite3.Connection, rows: Mapping[str, Iterable[str]], documents: Iterable[str], *, came: bool = False
) -> list[tuple[str, str]]:
    """Bring it up to date after rows of these tables, and something of these documents, have changed.

    What we write ourselves keeps the rules; so only where relations are hidden already, where a whole document came
    or went, and where rows `came` from elsewhere, they are looked at. Returns the mentions that name another entry
    now, as ids of the span and of its document.
    """
    renamed = [one for table in ROOTS if table in rows for one in _find_roots(connection, table)]
    if "settings" in rows:
        _know_labels(connection)
        _hide(connection, _every_place(connection))
    elif "documents" in rows or came:
        _hide(connection, [*_places(connection, "relations", documents), *_places(connection, HIDDEN, documents)])
    elif "spans" in rows or "relations" in rows:
        _hide(connection, _places(connection, HIDDEN, documents))
    return renamed


class KnownLabel(NamedTuple):
    """A label of the scheme: whether its spans name actors, and whether they say what a statement says."""

    key: str
    names_actor: bool
    is_claim: bool


def known_labels(connection: sqlite3.Connection) -> list[KnownLabel]:
    """The labels of the scheme; none where there is no scheme to be read."""
    scheme = scheme_of_parts(connection)
    if scheme is None:
        return []
    claims = claim_labels(scheme)
    return [KnownLabel(label.key, label.names_actor, label.key in claims) for label in scheme.labels]


def known_kinds(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The kinds of actors that marks may say: label, kind, and the place of the kind in the mark's attributes."""
    scheme = scheme_of_parts(connection)
    named = [label for label in scheme.labels if label.names_actor] if scheme is not None else []
    said = [(label.key, attribute_of(label, "actor_kind")) for label in named]
    return [
        (label, value.key, f"$.{msgspec.json.encode(attribute.key).decode()}")
        for label, attribute in said
        if attribute is not None
        for value in attribute.listed
    ]


def roots(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The entry that each merged one of a registry has become in the end.

    One that was merged into an entry which is not there is still itself. Of a circle, the first id is the entry.
    """
    into = dict(
        connection.execute(
            f"""SELECT a.id, a.merged_into FROM {table} AS a JOIN {table} AS b ON b.id = a.merged_into
               WHERE a.merged_into IS NOT NULL AND a.merged_into <> a.id"""
        ).fetchall()
    )
    found = {one: _root(one, into) for one in into}
    return {one: root for one, root in found.items() if one != root}


def _root(entry_id: str, into: Mapping[str, str]) -> str:
    seen = [entry_id]
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
        # Not `marks`, of which some may be hidden from who reads.
        marks = f"SELECT id, label FROM ({SHOWN['marks']}) WHERE document_id = ? AND annotator = ?"
        labels = dict(connection.execute(marks, place).fetchall()) if relations else {}
        reasons = hidden(kinds, labels, relations, lambda one: _first_stamp(connection, one))
        found |= {one: (*place, reason) for one, reason in reasons.items()}
    return found


def _first_stamp(connection: sqlite3.Connection, relation_id: str) -> str:
    from annotator.store.row_histories import first_stamps

    return first_stamps(connection, "relations", [relation_id]).get(relation_id, "")


def scheme_of_parts(connection: sqlite3.Connection) -> Scheme | None:
    """The scheme that its rows make up; None if they make none."""
    try:
        return scheme_rows.of_parts(connection)
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
        "INSERT INTO known_labels VALUES (?, ?, ?)",
        [(one.key, int(one.names_actor), int(one.is_claim)) for one in known_labels(connection)],
    )
    connection.execute("DELETE FROM known_kinds")
    connection.executemany("INSERT INTO known_kinds VALUES (?, ?, ?)", known_kinds(connection))


_NAMED_IN = {"actors": "actor_id", "statements": "statement_id"}
"""The column of spans that names an entry of each registry."""


def _find_roots(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    wanted = roots(connection, table)
    held: dict[str, Any] = dict(connection.execute(f"SELECT id, root FROM {ROOTS[table]}").fetchall())
    if wanted != held:
        connection.execute(f"DELETE FROM {ROOTS[table]}")
        connection.executemany(f"INSERT INTO {ROOTS[table]} VALUES (?, ?)", list(wanted.items()))
    others = [one for one in held.keys() | wanted.keys() if held.get(one) != wanted.get(one)]
    return [
        (row[0], row[1])
        for one in others
        for row in connection.execute(
            f"SELECT id, document_id FROM spans WHERE {_NAMED_IN[table]} = ?", (one,)
        ).fetchall()
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
