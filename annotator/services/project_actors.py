"""The door's part for the registry of actors: each method is a line that leads to its use case."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from annotator.domain.actor import Actor
from annotator.services import actor_entries
from annotator.services.door.meeting import Meeting
from annotator.services.lazily import LazyModule

if TYPE_CHECKING:
    from annotator.services import actor_editing
    from annotator.services.actor_finder import Match
    from annotator.services.actor_table import ActorsReport
    from annotator.services.mentions import Mention
else:
    actor_editing = LazyModule("annotator.services.actor_editing")


class ActorsDoor(Meeting):
    """The registry of actors of an open project."""

    def actors(self) -> list[Actor]:
        """Return the registry, in the order its entries came."""
        return actor_entries.listed(self)

    def actor(self, actor_id: str) -> Actor:
        """Return the entry with this id, or raise NotFoundError."""
        return actor_entries.one(self, actor_id)

    def find_actors(self, query: str, limit: int = 12) -> "list[Match]":
        """Return the entries that may be meant by a name in any spelling or script, the likeliest first."""
        return actor_editing.find(self, query, limit)

    def mentions(self, actor_id: str, models: Collection[str] = ()) -> "list[Mention]":
        """Return an actor's mentions with their document and line: everyone's, a model's only if it is named."""
        return actor_editing.mentions_of(self, actor_id, models)

    def mention_counts(self, models: Collection[str] = ()) -> dict[str, int]:
        """Return how many mentions each entry has that has any: everyone's, a model's only if it is named."""
        return actor_entries.mention_counts(self, models)

    def add_actor(self, name: str, kind: str, aliases: Iterable[str] = ()) -> Actor:
        """Register an actor; the same name (normalised) and kind is the same entry and gains the aliases."""
        return actor_editing.add(self, name, kind, aliases)

    def name_actor(self, span_id: str, name: str, kind: str) -> Actor:
        """Register an actor, or find the entry of this kind and name, and link my mention to it: one action."""
        return actor_editing.name_mention(self, span_id, name, kind)

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
        """Correct an entry; what is not given stays as it is, and so does its id (`actor_editing.update`)."""
        return actor_editing.update(self, actor_id, name=name, kind=kind, aliases=aliases, wikidata=wikidata, note=note)

    def merge_actors(self, keep_id: str, *other_ids: str) -> Actor:
        """Make several entries one, with the mentions of all, in one action (`actor_editing.merge`)."""
        return actor_editing.merge(self, keep_id, other_ids)

    def split_actor(self, actor_id: str, span_ids: Iterable[str], *, name: str, kind: str | None = None) -> Actor:
        """Move some mentions of an actor to a new entry, in one action (`actor_editing.split`)."""
        return actor_editing.split(self, actor_id, span_ids, name=name, kind=kind)

    def delete_actor(self, actor_id: str) -> None:
        """Take an entry out of the registry. Raises NotFoundError, or InputError while a mention is linked to it."""
        actor_editing.remove(self, actor_id)

    def import_actors(self, source: str | Path, encoding: str | None = None) -> "ActorsReport":
        """Bring the entries of a table (CSV) into the registry, all or none (`actor_editing.import_table`)."""
        return actor_editing.import_table(self, Path(source), encoding)

    def export_actors(self, out: str | Path) -> int:
        """Write the registry as a table (CSV) for spreadsheets; how many entries it has. Raises InputError."""
        return actor_editing.export_table(self, Path(out))
