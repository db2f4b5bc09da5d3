"""Changing the registry of an open project: entries added, corrected, merged and split, and the table of them."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.actor import Actor, checked
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.actors_csv import write_actors
from annotator.services import actor_entries, annotate
from annotator.services.actor_finder import Match
from annotator.services.actor_rules import NameIndex, changed, check_free, fresh_id, merge_edits, relinked, unlinked
from annotator.services.actor_search import ActorSearch
from annotator.services.actor_table import ActorsReport, read_table, taken_in
from annotator.services.door.file import ProjectFile
from annotator.services.files import written_whole
from annotator.services.mentions import Mention, mentions
from annotator.store import actors, annotations
from annotator.store.connection import Connection


def find(file: ProjectFile, query: str, limit: int = 12) -> list[Match]:
    """Return the entries that may be meant by a name in any spelling or script, the likeliest first.

    Those that this project's people linked to the same name before come first of all.
    """
    return file.companion(ActorSearch).find(query, limit)


def mentions_of(file: ProjectFile, actor_id: str, models: Collection[str] = ()) -> list[Mention]:
    """Return an actor's mentions with their document and line: everyone's, a model's only if it is named."""
    with file.reading() as view:
        return mentions(view, actor_id, models)


def add(file: ProjectFile, name: str, kind: str, aliases: Iterable[str] = ()) -> Actor:
    """Register an actor; the same name (normalised) and kind is the same entry and gains the aliases."""
    with file.acting() as act:
        held = _registered(file, act.connection, name, kind)
        made = checked(msgspec.structs.replace(held, aliases=(*held.aliases, *aliases)))
        if actors.actor(act.connection, made.id) != made:
            act.edits += actors.actor_rows(act.connection, made)
    return made


def name_mention(file: ProjectFile, span_id: str, name: str, kind: str) -> Actor:
    """Register an actor, or find the entry of this kind and name, and link my mention to it: one action."""
    with file.acting() as act:
        span = annotate.held_span(act.connection, span_id)
        act.check_mine(span)
        annotate.check_names_actor(act.scheme.label(span.label))
        made = _registered(file, act.connection, name, kind)
        if actors.actor(act.connection, made.id) is None:
            act.edits += actors.actor_rows(act.connection, made)
        if span.actor_id != made.id:
            act.edits.append(annotations.span_row(msgspec.structs.replace(span, actor_id=made.id), span))
    return made


def update(
    file: ProjectFile,
    actor_id: str,
    *,
    name: str | UnsetType = UNSET,
    kind: str | UnsetType = UNSET,
    aliases: Iterable[str] | UnsetType = UNSET,
    wikidata: str | UnsetType | None = UNSET,
    note: str | UnsetType = UNSET,
) -> Actor:
    """Correct an entry; what is not given stays as it is, and so does its id. One action.

    `aliases` are all of them. `wikidata` is an item such as "Q42" or its address, None takes it away. Raises
    NotFoundError, or InputError for a blank name, no item, or the name and kind of another entry.
    """
    given: dict[str, Any] = {"name": name, "kind": kind, "aliases": aliases, "wikidata": wikidata, "note": note}
    wanted = {key: value for key, value in given.items() if value is not UNSET}
    with file.acting() as act:
        held = actors.entry(act.connection, actor_id)
        made = changed(held, wanted, file.companion(NameIndex))
        if made != held:
            act.edits += actors.actor_rows(act.connection, made)
    return made


def merge(file: ProjectFile, keep_id: str, other_ids: Sequence[str]) -> Actor:
    """Make several entries one, in one action: it keeps its name and gains the names, notes and mentions of all.

    Everyone's mentions are linked to it; whose marks they are does not change. Raises NotFoundError, or
    InputError where the entries are different items at Wikidata.
    """
    with file.acting() as act:
        keep = actors.entry(act.connection, keep_id)
        gone = [actors.entry(act.connection, one) for one in dict.fromkeys(other_ids) if one != keep_id]
        made, edits = merge_edits(act.connection, keep, gone)
        if gone:
            act.edits += edits
    return made


def split(file: ProjectFile, actor_id: str, span_ids: Iterable[str], *, name: str, kind: str | None = None) -> Actor:
    """Move some mentions of an actor to a new entry, in one action; `kind` None: of the same kind.

    Raises NotFoundError, or InputError for a span that is no mention of it, no span at all, or a name that an
    entry of this kind has already.
    """
    with file.acting() as act:
        held = actors.entry(act.connection, actor_id)
        moving = _mentions_among(act.connection, held, span_ids)
        wanted = held.kind if kind is None else kind
        check_free(wanted, name, file.companion(NameIndex))
        made = _registered(file, act.connection, name, wanted)
        act.edits += [*actors.actor_rows(act.connection, made), *relinked(moving, made.id)]
    return made


def remove(file: ProjectFile, actor_id: str) -> None:
    """Take an entry out of the registry. Raises NotFoundError, or InputError while a mention is linked to it."""
    with file.acting() as act:
        act.edits += unlinked(act.connection, actors.entry(act.connection, actor_id))
        act.edits += actors.removed_rows(act.connection, actor_id)


def import_table(file: ProjectFile, source: Path, encoding: str | None = None) -> ActorsReport:
    """Bring the entries of a table (CSV) into the registry, all or none, as one action; see `services.registry`.

    `encoding` None: found out. Raises InputError that names the line and the column.
    """
    rows = read_table(source, encoding)
    with file.acting() as act:
        fresh, report = taken_in(rows, actors.actors(act.connection), act.scheme, source.name)
        for one in fresh:
            act.edits += actors.actor_rows(act.connection, one)
    return report


def export_table(file: ProjectFile, out: Path) -> int:
    """Write the registry as a table; the file appears whole or not at all. Return how many entries it has."""
    entries = actor_entries.listed(file)
    with written_whole(out) as stream:
        for text in write_actors(entries):
            stream.write(text.encode())
    return len(entries)


def _registered(file: ProjectFile, connection: Connection, name: str, kind: str) -> Actor:
    """The entry of this kind and name, or what is to become it."""
    fresh = checked(Actor(id="", name=name, kind=kind))
    known = file.companion(NameIndex).find(kind, name)
    if known is not None:
        return actors.entry(connection, known)
    return msgspec.structs.replace(fresh, id=fresh_id(connection, kind, name))


def _mentions_among(connection: Connection, actor: Actor, span_ids: Iterable[str]) -> list[Span]:
    """Those of the spans that are mentions of the actor; InputError unless all are, and there are any."""
    wanted = set(span_ids)
    found = [span for span in annotations.spans_of_actor(connection, actor.id) if span.id in wanted]
    if not found or len(found) < len(wanted):
        raise InputError("Choose mentions of {name!r} to move to the new actor.", name=actor.name)
    return found
