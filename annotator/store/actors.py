"""Reading the registry of actors, and the rows that write it."""

import sqlite3
from collections.abc import Iterable

from annotator.domain.actor import Actor
from annotator.domain.ids import digest
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.edits import Edit, delete, put
from annotator.store.schema_blocks import first_stamp

# A row that undo brings back has a new number, and the time of its first change still.
_IN_ORDER = f"""
SELECT id, name, kind, wikidata, note FROM actors AS a WHERE id NOT IN (SELECT id FROM actor_roots)
ORDER BY {first_stamp("actors", "a.id")}, id"""


def actor_rows(connection: sqlite3.Connection, actor: Actor) -> list[Edit]:
    """The edits that make the registry hold exactly this entry: its row, its aliases, and no others of its."""
    wanted = [
        put(
            "actor_aliases",
            {"id": _alias_id(actor.id, alias), "actor_id": actor.id, "alias": alias, "place": place},
        )
        for place, alias in enumerate(dict.fromkeys(actor.aliases))
    ]
    kept = {edit.row_id for edit in wanted}
    held = connection.execute("SELECT id FROM actor_aliases WHERE actor_id = ?", (actor.id,))
    gone = [delete("actor_aliases", row["id"]) for row in held if row["id"] not in kept]
    row = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "wikidata": actor.wikidata,
        "note": actor.note,
    }
    return [put("actors", row), *gone, *wanted]


def removed_rows(connection: sqlite3.Connection, actor_id: str) -> list[Edit]:
    """The edits that take an entry out of the registry, with its aliases and those that were merged into it."""
    found = connection.execute("SELECT id FROM actor_roots WHERE root = ? ORDER BY id", (actor_id,))
    edits: list[Edit] = []
    for one in (actor_id, *(row["id"] for row in found)):
        held = connection.execute("SELECT id FROM actor_aliases WHERE actor_id = ?", (one,))
        edits += [*(delete("actor_aliases", row["id"]) for row in held), delete("actors", one)]
    return edits


def merged_row(actor_id: str, into: str) -> Edit:
    """The edit that makes an entry a part of another; its mentions are that one's from then on."""
    return put("actors", {"id": actor_id, "merged_into": into})


def is_taken(connection: sqlite3.Connection, actor_id: str) -> bool:
    """Return whether an entry has this id, or had it before it was merged."""
    return connection.execute("SELECT 1 FROM actors WHERE id = ?", (actor_id,)).fetchone() is not None


def missing(connection: sqlite3.Connection, actor_ids: Iterable[str]) -> set[str]:
    """Those of the ids that the registry does not have."""
    return {one for one in actor_ids if actor(connection, one) is None}


def actors(connection: sqlite3.Connection) -> list[Actor]:
    """Every entry, in the order they came; one that was taken away and brought back keeps its place."""
    aliases: dict[str, list[str]] = {}
    for row in connection.execute("SELECT actor_id, alias FROM actor_aliases ORDER BY place, id"):
        aliases.setdefault(row["actor_id"], []).append(row["alias"])
    return [_actor(row, aliases.get(row["id"], ())) for row in connection.execute(_IN_ORDER)]


def actor(connection: sqlite3.Connection, actor_id: str) -> Actor | None:
    """The entry with this id."""
    row = connection.execute(
        """SELECT id, name, kind, wikidata, note FROM actors
           WHERE id = ? AND id NOT IN (SELECT id FROM actor_roots WHERE id = ?)""",
        (actor_id, actor_id),
    ).fetchone()
    if row is None:
        return None
    aliases = connection.execute("SELECT alias FROM actor_aliases WHERE actor_id = ? ORDER BY place, id", (actor_id,))
    return _actor(row, [item["alias"] for item in aliases])


def _actor(row: sqlite3.Row, aliases: Iterable[str]) -> Actor:
    return rows.record(Actor, "actors", {**dict(row), "aliases": tuple(aliases)})


def entry(connection: sqlite3.Connection, actor_id: str) -> Actor:
    """The entry with this id, or NotFoundError."""
    found = actor(connection, actor_id)
    if found is None:
        raise NotFoundError("The registry has no actor {id!r}.", id=actor_id)
    return found


def _alias_id(actor_id: str, alias: str) -> str:
    return digest(f"{actor_id}\n{alias}")
