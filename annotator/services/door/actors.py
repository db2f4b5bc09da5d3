"""The door's part about the registry of actors."""

from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.actor import Actor, checked
from annotator.errors import InputError
from annotator.services import annotate
from annotator.services.door.marks import Marks
from annotator.store import actors, annotations

if TYPE_CHECKING:
    from annotator.domain.span import Span
    from annotator.services.actor_finder import Match
    from annotator.services.actor_search import ActorSearch
    from annotator.services.actors import Names
    from annotator.services.mentions import Mention
    from annotator.services.registry import ActorsReport

# The rules of changing the registry are imported where they are used: opening a project only reads it.


class Actors(Marks):
    """The entries that mentions are linked to."""

    def actors(self) -> list[Actor]:
        """The registry, in the order its entries came."""
        with self.reading() as connection:
            return actors.actors(connection)

    def actor(self, actor_id: str) -> Actor:
        """The entry with this id, or NotFoundError."""
        with self.reading() as connection:
            return actors.entry(connection, actor_id)

    def find_actors(self, query: str, limit: int = 12) -> "list[Match]":
        """The entries that may be meant by a name in any spelling or script, the likeliest first.

        Those that this project's people linked to the same name before come first of all.
        """
        return self._search.find(query, limit)

    def mentions(self, actor_id: str, models: Collection[str] = ()) -> "list[Mention]":
        """Return an actor's mentions with their document and line: everyone's, a model's only if it is named."""
        from annotator.services.mentions import mentions

        with self.reading() as connection:
            return mentions(connection, actor_id, models)

    def mention_counts(self, models: Collection[str] = ()) -> dict[str, int]:
        """Return how many mentions each entry has that has any: everyone's, a model's only if it is named."""
        from annotator.store import links

        with self.reading() as connection:
            return links.counts(connection, models)

    def add_actor(self, name: str, kind: str, aliases: Iterable[str] = ()) -> Actor:
        """Register an actor; the same name (normalised) and kind is the same entry and gains the aliases."""
        with self.acting() as edits:
            held = self._registered(name, kind)
            made = checked(msgspec.structs.replace(held, aliases=(*held.aliases, *aliases)))
            if actors.actor(self._connection, made.id) != made:
                edits += actors.actor_rows(self._connection, made)
        return made

    def name_actor(self, span_id: str, name: str, kind: str) -> Actor:
        """Register an actor, or find the entry of this kind and name, and link my mention to it: one action."""
        with self.acting() as edits:
            span = self._mine(self.span(span_id))
            annotate.check_names_actor(self._scheme.label(span.label))
            made = self._registered(name, kind)
            if actors.actor(self._connection, made.id) is None:
                edits += actors.actor_rows(self._connection, made)
            if span.actor_id != made.id:
                edits.append(annotations.span_row(msgspec.structs.replace(span, actor_id=made.id), span))
        return made

    def update_actor(
        self,
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
        from annotator.services.actors import changed

        given: dict[str, Any] = {
            "name": name,
            "kind": kind,
            "aliases": aliases,
            "wikidata": wikidata,
            "note": note,
        }
        with self.acting() as edits:
            held = actors.entry(self._connection, actor_id)
            made = changed(held, {key: value for key, value in given.items() if value is not UNSET}, self._names)
            if made != held:
                edits += actors.actor_rows(self._connection, made)
        return made

    def merge_actors(self, keep_id: str, *other_ids: str) -> Actor:
        """Make several entries one, in one action: it keeps its name and gains the names, notes and mentions of all.

        Everyone's mentions are linked to it; whose marks they are does not change. Raises NotFoundError, or
        InputError where the entries are different items at Wikidata.
        """
        from annotator.services.actors import merge_edits

        with self.acting() as edits:
            keep = actors.entry(self._connection, keep_id)
            gone = [actors.entry(self._connection, one) for one in dict.fromkeys(other_ids) if one != keep_id]
            made, fresh = merge_edits(self._connection, keep, gone)
            if gone:
                edits += fresh
        return made

    def split_actor(self, actor_id: str, span_ids: Iterable[str], *, name: str, kind: str | None = None) -> Actor:
        """Move some mentions of an actor to a new entry, in one action; None: of the same kind.

        Raises NotFoundError, or InputError for a span that is no mention of it, no span at all, or a name that an
        entry of this kind has already.
        """
        from annotator.services.actors import check_free, relinked

        with self.acting() as edits:
            held = actors.entry(self._connection, actor_id)
            moving = self._mentions_of(held, span_ids)
            wanted = held.kind if kind is None else kind
            check_free(wanted, name, self._names)
            made = self._registered(name, wanted)
            edits += [*actors.actor_rows(self._connection, made), *relinked(moving, made.id)]
        return made

    def delete_actor(self, actor_id: str) -> None:
        """Take an entry out of the registry. Raises NotFoundError, or InputError while a mention is linked to it."""
        from annotator.services.actors import unlinked

        with self.acting() as edits:
            edits += unlinked(self._connection, actors.entry(self._connection, actor_id))
            edits += actors.removed_rows(self._connection, actor_id)

    def import_actors(self, source: str | Path, encoding: str | None = None) -> "ActorsReport":
        """Bring the entries of a table (CSV) into the registry, all or none, as one action; see `services.registry`.

        `encoding` None: found out. Raises InputError that names the line and the column.
        """
        from annotator.services.registry import read_table, taken_in

        rows = read_table(Path(source), encoding)
        with self.acting() as edits:
            changed, report = taken_in(rows, actors.actors(self._connection), self._scheme, Path(source).name)
            for one in changed:
                edits += actors.actor_rows(self._connection, one)
        return report

    def _registered(self, name: str, kind: str) -> Actor:
        """The entry of this kind and name, or what is to become it."""
        from annotator.services.actors import fresh_id

        fresh = checked(Actor(id="", name=name, kind=kind))
        known = self._names.find(kind, name)
        if known is not None:
            return actors.entry(self._connection, known)
        return msgspec.structs.replace(fresh, id=fresh_id(self._connection, kind, name))

    @cached_property
    def _search(self) -> "ActorSearch":
        from annotator.services.actor_search import ActorSearch

        return ActorSearch(self)

    @cached_property
    def _names(self) -> "Names":
        from annotator.services.actors import Names

        return Names(self)

    def _mentions_of(self, actor: Actor, span_ids: Iterable[str]) -> "list[Span]":
        wanted = set(span_ids)
        found = [span for span in annotations.spans_of_actor(self._connection, actor.id) if span.id in wanted]
        if not found or len(found) < len(wanted):
            raise InputError("Choose mentions of {name!r} to move to the new actor.", name=actor.name)
        return found
