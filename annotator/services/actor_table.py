"""The registry of actors as a table that people edit in a spreadsheet and bring back.

A row with the id of an entry *is* that entry from now on: what its cells say counts, columns that the table does
not have stay as they are. A row without one meets the entry of its kind and name (normalised), to which it gives
what is new and from which it takes nothing; if there is none, it becomes one. Entries that the table does not
name stay.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from annotator.domain.actor import Actor, actor_id, checked
from annotator.domain.meanings import attribute_of
from annotator.domain.scheme import Scheme
from annotator.errors import InputError
from annotator.formats.actors_csv import Faults, TableRow, read_actors
from annotator.intake.decoding import decode
from annotator.intake.files import load
from annotator.intake.not_articles import refuse_binary
from annotator.intake.source import ArticleSource
from annotator.text.normalize import normal_form, visible_form

_OUR_ID = re.compile("[0-9a-f]{32}")


class MergedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that turned out to be an entry that is there already: its line, its name, and the entry's name."""

    line: int
    name: str
    into: str


class ActorsReport(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a table's import: entries that are new, changed or as they were, and rows that named one twice."""

    added: int = 0
    changed: int = 0
    same: int = 0
    merged: tuple[MergedRow, ...] = ()


def read_table(path: Path, encoding: str | None = None) -> list[TableRow]:
    """The rows of a CSV file. Raises InputError that names the file, the place and the mend."""
    source = ArticleSource(name=path.name, data=load(path), encoding=encoding)
    try:
        refuse_binary(path.name, source.data)
    except InputError as error:
        raise InputError("{name} is no table in CSV; save the sheet as CSV (UTF-8).", name=path.name) from error
    text, _ = decode(source)
    try:
        return read_actors(text)
    except InputError as error:
        raise _in_file(path.name, error) from error


def taken_in(
    rows: Iterable[TableRow], held: Iterable[Actor], scheme: Scheme, name: str
) -> tuple[list[Actor], ActorsReport]:
    """The entries that are new or different once these rows are in the registry, and what to tell of it.

    Raises InputError for the first row of the file `name` that does not fit.
    """
    table = _Table(held, scheme)
    try:
        with Faults() as faults:
            for row in rows:
                with faults.noted():
                    table.take(row)
    except InputError as fault:
        raise _in_file(name, fault) from fault
    return table.result()


def _in_file(name: str, fault: InputError) -> InputError:
    return InputError("{name}, {fault}", name=name, fault=fault)


class _Table:
    """The registry while rows come in."""

    def __init__(self, held: Iterable[Actor], scheme: Scheme) -> None:
        self._before = {actor.id: actor for actor in held}
        self._now = dict(self._before)
        self._by_name: dict[tuple[str, str], str] = {}
        for actor in self._before.values():
            self._by_name.setdefault(_key(actor), actor.id)
        self._lines: dict[str, int] = {}
        self._own: set[str] = set()
        """The ids that rows of the table brought along."""
        self._merged: list[MergedRow] = []
        self._kinds = _kinds(scheme)

    def take(self, row: TableRow) -> None:
        """Take one row in, or raise InputError that names its line and column."""
        held = self._before.get(row.id)
        actor = self._met(row) if held is None else self._edited(row, held)
        self._now[actor.id] = actor
        self._by_name.setdefault(_key(actor), actor.id)
        self._lines.setdefault(actor.id, row.line)

    def result(self) -> tuple[list[Actor], ActorsReport]:
        """Return the entries that differ now, in the order of the table, and the report."""
        touched = [self._now[id] for id in self._lines]
        changed = [actor for actor in touched if self._before.get(actor.id) != actor]
        added = sum(actor.id not in self._before for actor in changed)
        return changed, ActorsReport(
            added=added,
            changed=len(changed) - added,
            same=len(touched) - len(changed),
            merged=tuple(self._merged),
        )

    def _edited(self, row: TableRow, held: Actor) -> Actor:
        """The entry as the row with its id says."""
        if row.id in self._lines:
            raise _fault(row, "id", InputError("this entry stands on line {line} already.", line=self._lines[row.id]))
        kind = held.kind if row.kind in (None, held.kind) else self._kind(row)
        actor = _valid(
            row,
            id=held.id,
            name=row.name,
            kind=kind,
            aliases=held.aliases if row.aliases is None else row.aliases,
            wikidata=held.wikidata if row.wikidata is None else row.wikidata or None,
            note=held.note if row.note is None else row.note,
        )
        twin = self._by_name.get(_key(actor))
        if twin not in (None, actor.id) and _key(actor) != _key(held):
            raise _fault(row, "name", InputError("another entry, {id}, has this name and kind already.", id=twin))
        return actor

    def _met(self, row: TableRow) -> Actor:
        """The entry of this kind and name with what the row adds, or a new one."""
        kind = self._kind(row)
        fresh = _valid(
            row,
            id=row.id if _OUR_ID.fullmatch(row.id) else actor_id(kind, _form(row.name)),
            name=row.name,
            kind=kind,
            aliases=row.aliases or (),
            wikidata=row.wikidata or None,
            note=row.note or "",
        )
        twin = self._by_name.get(_key(fresh))
        held = self._now.get(fresh.id if twin is None else twin)
        if held is None:
            if fresh.id == row.id:
                self._own.add(fresh.id)
            return fresh
        conflict = held.wikidata and fresh.wikidata not in (None, held.wikidata)
        if fresh.id == row.id and (conflict or twin in self._own):
            # Whoever wrote the table keeps this entry apart from its namesake.
            self._own.add(fresh.id)
            return fresh
        if held.id in self._lines or (fresh.id != held.id and row.id):
            self._merged.append(MergedRow(line=row.line, name=row.name, into=held.name))
        if conflict:
            raise _fault(
                row,
                "wikidata",
                InputError(
                    "the entry {name!r} is {item} already; give one of them another name.",
                    name=held.name,
                    item=held.wikidata,
                ),
            )
        return gained(held, fresh)

    def _kind(self, row: TableRow) -> str:
        """The kind in a row, by its key or its name in any language; a scheme may leave kinds free."""
        wanted = row.kind or ""
        kind = self._kinds.get(wanted.casefold(), "") if self._kinds else wanted
        # A table that we wrote may hold kinds of an earlier scheme.
        kind = kind or (wanted if row.id else "")
        if not kind:
            known = list(dict.fromkeys(self._kinds.values())) or ["person", "organization", "…"]
            raise _fault(
                row,
                "kind",
                InputError("{kind!r} is no kind of actor; write one of: {known}.", kind=wanted, known=known),
            )
        return kind


def _key(actor: Actor) -> tuple[str, str]:
    return actor.kind, _form(actor.name)


# Each name of a table is asked for three times in a row.
_form = lru_cache(maxsize=256)(normal_form)


def gained(held: Actor, fresh: Actor) -> Actor:
    """An entry with the names, item and note that it did not have. What only looks the same is no other name."""
    names = {visible_form(name) for name in (held.name, *held.aliases)}
    aliases = list(held.aliases)
    for name in (fresh.name, *fresh.aliases):
        if visible_form(name) not in names:
            names.add(visible_form(name))
            aliases.append(name)
    return msgspec.structs.replace(
        held, aliases=tuple(aliases), wikidata=held.wikidata or fresh.wikidata, note=held.note or fresh.note
    )


def _kinds(scheme: Scheme) -> dict[str, str]:
    """Every way to say a kind that the scheme knows, in lower case, and its key."""
    known: dict[str, str] = {}
    for label in scheme.labels:
        kinds = attribute_of(label, "actor_kind") if label.names_actor else None
        for value in kinds.listed if kinds is not None else ():
            known |= {said.casefold(): value.key for said in (value.key, *value.title.values())}
    return known


def _valid(row: TableRow, **fields: Any) -> Actor:
    """Return the entry as a registry may hold it, or raise InputError that names the row's line."""
    try:
        return checked(Actor(**fields))
    except InputError as error:
        raise InputError("line {line}: {reason}", line=row.line, reason=error) from error


def _fault(row: TableRow, column: str, reason: InputError) -> InputError:
    return InputError("line {line}, column {column}: {reason}", line=row.line, column=column, reason=reason)
