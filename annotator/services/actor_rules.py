"""Changing the registry: entries corrected, merged and split, with every mention that goes along.

An entry's id stays whatever it is called. Its former names are not its aliases unless somebody says so; an actor
that is registered under such a former name later gets an id of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.actor import Actor, actor_id, checked
from annotator.domain.change import Changes
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.actor_table import gained
from annotator.services.door.file import ProjectFile
from annotator.store import actors, annotations, links
from annotator.store.connection import Connection
from annotator.store.edits import Edit, put
from annotator.text.normalize import normal_form

NameKey = tuple[str, str]
"""The kind of an entry and the normal form of its name."""


class NameIndex:
    """An index of the entries by kind and name, in any spelling; true after every change."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._keys: dict[str, NameKey] = {}
        self._ids: defaultdict[NameKey, set[str]] = defaultdict(set)
        self._changed: set[str] | None = None
        file.listen(self._hear)

    def find(self, kind: str, name: str) -> str | None:
        """The id of the entry of this kind and name."""
        self._read()
        return min(self._ids[kind, normal_form(name)], default=None)

    def _hear(self, changes: Changes) -> None:
        if self._changed is not None:
            self._changed |= changes.rows.get("actors", frozenset())

    def _read(self) -> None:
        wanted, self._changed = self._changed, set()
        with self._file.reading() as connection:
            if wanted is None:
                held = actors.actors(connection)
            else:
                held = [one for actor_id in wanted if (one := actors.actor(connection, actor_id)) is not None]
        for gone in wanted or ():
            if gone in self._keys:
                self._ids[self._keys.pop(gone)].discard(gone)
        for actor in held:
            self._keys[actor.id] = key = (actor.kind, normal_form(actor.name))
            self._ids[key].add(actor.id)


def fresh_id(connection: Connection, kind: str, name: str) -> str:
    """The id of a new entry: the one that its kind and name make, unless an entry that was renamed has it."""
    form = normal_form(name)
    spelled, turn = form, 1
    while actors.is_taken(connection, actor_id(kind, spelled)):
        turn += 1
        spelled = f"{form}\n{turn}"
    return actor_id(kind, spelled)


def changed(held: Actor, changes: Mapping[str, Any], names: NameIndex) -> Actor:
    """The entry with these changes. Raises InputError where they make no entry, or one that is there already."""
    values = dict(changes)
    if "aliases" in values:
        values["aliases"] = tuple(values["aliases"])
    made = checked(msgspec.structs.replace(held, **values))
    if (made.kind, normal_form(made.name)) != (held.kind, normal_form(held.name)):
        check_free(made.kind, made.name, names)
    return made


def rekinded(file: ProjectFile, connection: Connection, actor_id: str, kind: str) -> list[Edit]:
    """The edits that give an entry another kind. Raises InputError where another entry has its name and this kind."""
    held = actors.entry(connection, actor_id)
    made = changed(held, {"kind": kind}, file.companion(NameIndex))
    return [] if made == held else actors.actor_rows(connection, made)


def check_free(kind: str, name: str, names: NameIndex) -> None:
    """Raise InputError if an entry has this kind and name: nobody could tell two such entries apart."""
    if names.find(kind, name) is not None:
        raise InputError(
            "Another actor is called {name!r} already; merge the two, or choose a name that tells them apart.",
            name=name,
        )


def merged(keep: Actor, others: Sequence[Actor]) -> Actor:
    """The entry that stays, with the names, the item and the notes of those that go.

    Raises InputError where two of them are different Wikidata items: somebody said that they are not one.
    """
    items = {one.wikidata: one.name for one in (keep, *others) if one.wikidata}
    if len(items) > 1:
        first, second = list(items.items())[:2]
        raise InputError(
            "{name!r} is {item} and {other!r} is {other_item} at Wikidata; if they are one, correct one of them first.",
            name=first[1],
            item=first[0],
            other=second[1],
            other_item=second[0],
        )
    made = keep
    for other in others:
        made = gained(made, other)
    notes = dict.fromkeys(one.note for one in (keep, *others) if one.note.strip())
    return msgspec.structs.replace(made, note="\n".join(notes))


def merge_edits(connection: Connection, keep: Actor, others: Sequence[Actor]) -> tuple[Actor, list[Edit]]:
    """The entry that stays, and the edits that give it everything of the others, which become parts of it.

    Nobody's marks are touched: whoever named one of the others, here or on another machine, names the entry now.
    """
    made = merged(keep, others)
    return made, [*actors.actor_rows(connection, made), *(actors.merged_row(one.id, made.id) for one in others)]


def relinked(spans: Iterable[Span], actor_id: str) -> list[Edit]:
    """The edits that link these spans to an entry, and change nothing else of them: they may be anybody's marks."""
    return [put("spans", {"id": span.id, "document_id": span.document_id, "actor_id": actor_id}) for span in spans]


def unlinked(connection: Connection, actor: Actor) -> list[Edit]:
    """The edits that take an entry out of what models proposed. Raises InputError if anybody's mention is linked to it.

    A proposal stays one: it only names nobody in particular any more.
    """
    if count := links.count(connection, actor.id):
        raise InputError(
            "{name!r} has {count} mentions; merge it with another actor, or link them elsewhere first.",
            name=actor.name,
            count=count,
        )
    named = annotations.spans_of_actor(connection, actor.id)
    return [annotations.span_row(msgspec.structs.replace(span, actor_id=None), span) for span in named]
