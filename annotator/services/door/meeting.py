"""A project file and its replicas: what they lack of ours, and taking in what they did."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from annotator.domain.change import Change
from annotator.errors import BusyError, ProjectError
from annotator.services.door.file import ProjectFile
from annotator.store import settings
from annotator.store.connection import told

if TYPE_CHECKING:
    from annotator.store.meeting import Applied, Conflict


class Meeting(ProjectFile):
    """Exchanging changes with copies of the project."""

    @property
    def project_id(self) -> str:
        """Return the id that all copies of this project share, and no other project has."""
        with self.reading() as connection:
            row = connection.execute("SELECT id FROM project ORDER BY id").fetchone()
        return "" if row is None else str(row[0])

    def vector(self) -> dict[str, int]:
        """For each replica of the project, up to which of its changes all are here."""
        from annotator.store.meeting import vector

        with self.reading() as connection:
            return vector(connection)

    def changes_since(self, known: Mapping[str, int]) -> list[Change]:
        """The changes that somebody lacks whose `vector` is this, oldest first."""
        from annotator.store.meeting import since

        with self.reading() as connection:
            return since(connection, known)

    def apply(self, changes: Iterable[Change]) -> "Applied":
        """Take in changes of other replicas, all or none; see `store.meeting`. They cannot be undone here.

        Raises InputError where somebody changed what is not theirs, and BusyError in a thread that must not wait
        while somebody else writes.
        """
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)
        with self.turn() as connection:
            if not self.is_stored(connection):
                raise BusyError("{name} is being written; take the changes in again in a moment.", name=self.path.name)
            with self._keeper.storing():
                applied = self._journal.apply(changes)
            if applied.changes.touches("settings"):
                with told(self.path):
                    self._scheme = settings.scheme(connection)
            self._tell(applied.changes)
        return applied

    def conflicts(self, document_id: str) -> "list[Conflict]":
        """The links of a document that are here and not shown, everyone's, with the reason; the older ones count."""
        from annotator.store.meeting import conflicts

        with self.reading() as connection:
            return conflicts(connection, document_id)

    def unshown(self) -> dict[str, int]:
        """Return how many rows of each table wait: what they belong to has not arrived, or has gone."""
        from annotator.store.check import waiting

        with self.reading() as connection:
            return waiting(connection)
