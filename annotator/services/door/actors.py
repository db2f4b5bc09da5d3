"""The door's part about the registry of actors."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.actor import Actor, actor_id
from annotator.errors import InputError
from annotator.services.door.file import ProjectFile
from annotator.store import actors

if TYPE_CHECKING:
    from annotator.services.registry import ActorsReport


class Actors(ProjectFile):
    """The entries that mentions are linked to."""

    def actors(self) -> list[Actor]:
        """The registry, in the order its entries came."""
        with self.reading():
            return actors.actors(self._connection)

    def add_actor(self, name: str, kind: str, aliases: Iterable[str] = ()) -> Actor:
        """Register an actor; the same name (normalised) and kind is the same entry and gains the aliases."""
        from annotator.text.normalize import normal_form

        if not name.strip():
            raise InputError("An actor needs a name.")
        entry_id = actor_id(kind, normal_form(name))
        with self._acting() as edits:
            held = actors.actor(self._connection, entry_id) or Actor(id=entry_id, name=name, kind=kind)
            made = msgspec.structs.replace(held, aliases=tuple(dict.fromkeys((*held.aliases, *aliases))))
            if actors.actor(self._connection, entry_id) != made:
                edits += actors.actor_rows(self._connection, made)
        return made

    def import_actors(self, source: str | Path, encoding: str | None = None) -> "ActorsReport":
        """Bring the entries of a table (CSV) into the registry, all or none, as one action; see `services.registry`.

        `encoding` None: found out. Raises InputError that names the line and the column.
        """
        from annotator.services.registry import read_table, taken_in

        rows = read_table(Path(source), encoding)
        with self._acting() as edits:
            changed, report = taken_in(rows, actors.actors(self._connection), self._scheme, Path(source).name)
            for one in changed:
                edits += actors.actor_rows(self._connection, one)
        return report
