"""A project file and its replicas: what they lack of ours, and taking in what they did."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.change import Change, Changes
from annotator.domain.ids import new_id
from annotator.domain.moments import now
from annotator.errors import BusyError, ProjectError
from annotator.services.door.file import ProjectFile
from annotator.services.undo import Stack
from annotator.store import settings
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete, put
from annotator.store.explaining import told
from annotator.store.fold import outcome

if TYPE_CHECKING:
    from annotator.store.meeting import Applied, Coming, Conflict


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
        with self._storing():
            with self._keeper.storing():
                applied = self._journal.apply(changes)
            self._read_scheme(applied.changes)
            self._tell(applied.changes)
        return applied

    def sifted(self, changes: Iterable[Change]) -> "Coming":
        """Return what would be taken in of these changes; nothing is written. Raises InputError as `apply`."""
        from annotator.store.meeting import sifted

        with self.reading() as connection:
            return sifted(connection, changes, self._journal.clock)

    def merge_in(self, changes: Iterable[Change], name: str, sender: str, beside: Sequence[Edit] = ()) -> "Applied":
        """Take in changes as one action of mine, which `undo` takes back as if they had never come.

        `name` and `sender` say of what and of whom; `beside` are edits of ours in the same action. Nothing is
        written where all of it is here already. Raises as `apply`.
        """
        from annotator.store import arrivals, meeting

        with self._storing() as connection:
            coming = meeting.sifted(connection, changes, self._journal.clock)
            if not coming.fresh:
                return meeting.outcome_of(coming, Changes(), self._journal.clock)
            row = {"id": new_id(), "annotator": self.annotator, "made": now(), "name": name, "sender": sender}

            def arrive() -> Changes:
                arrivals.note(connection, row["id"], coming.fresh)
                return meeting.take_in(connection, coming.fresh)

            written = self._merged([put("merges", row), *beside], None, arrive)
            applied = meeting.outcome_of(coming, written, self._journal.clock)
            self._journal.beware(applied)
            self._tell(written)
        return applied

    def _take_back(self, stack: Stack) -> Changes | None:
        """Take back an action of mine, or do it again; of a merge, all that came with it."""
        with self.reading() as connection:
            merge_id = merge_of(connection, self._history.next(stack)) if stack else None
        return super()._take_back(stack) if merge_id is None else self._take_merge_back(stack, merge_id)

    def _take_merge_back(self, stack: Stack, merge_id: str) -> Changes:
        from annotator.services.taking_back import RowNames
        from annotator.store import arrivals, meeting, row_histories

        with self._storing() as connection:
            action = self._history.next(stack)
            if connection.execute("SELECT 1 FROM merges WHERE id = ?", (merge_id,)).fetchone() is None:
                row = meeting.last_row(connection, ("merges", merge_id))

                def come() -> Changes:
                    return meeting.rewritten(connection, arrivals.bring_back(connection, merge_id))

                return self._tell(self._merged([put("merges", row)], action, come))
            histories = row_histories.histories(connection, arrivals.rows_of(connection, merge_id))
            used, names = arrivals.used(connection, merge_id, histories), RowNames(connection)
            kept = tuple(
                names.kept(key, outcome(histories[key])[1], (), "used", annotator) for key, annotator in used.items()
            )

            def go() -> Changes:
                return meeting.rewritten(connection, arrivals.set_aside(connection, merge_id, used))

            written = self._merged([delete("merges", merge_id)], action, go)
            return self._tell(msgspec.structs.replace(written, kept=kept))

    @contextmanager
    def _storing(self) -> Iterator[Connection]:
        """Let this thread write what cannot be queued. Raises ProjectError, and BusyError while somebody writes."""
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)
        with told(self.path), self.turn() as connection:
            if not self.is_stored(connection):
                raise BusyError("{name} is being written; take the changes in again in a moment.", name=self.path.name)
            yield connection

    def _merged(self, edits: Sequence[Edit], undoes: str | None, also: Callable[[], Changes]) -> Changes:
        with self._keeper.storing():
            action, written = self._journal.commit(self.annotator, edits, undoes=undoes, also=also)
        self._history.note(action, undoes)
        self._read_scheme(written)
        return written

    def _read_scheme(self, changes: Changes) -> None:
        if changes.touches("settings"):
            with told(self.path):
                self._scheme = settings.scheme(self._connection)

    def conflicts(self, document_id: str) -> "list[Conflict]":
        """The links of a document that are here and not shown, everyone's, with the reason; the older ones count."""
        from annotator.store.meeting import conflicts

        with self.reading() as connection:
            return conflicts(connection, document_id)

    def unshown(self, among: Mapping[str, Collection[str]] | None = None) -> dict[str, int]:
        """Return how many rows of each table (with these ids by table; None: all) wait: what they belong to has not
        arrived, or has gone.
        """
        from annotator.store.check import waiting

        with self.reading() as connection:
            return waiting(connection, among)


def merge_of(connection: Connection, action: str) -> str | None:
    """Return the merge that an action brought in, or took back; None if it is another action."""
    # Written by us beside what came, and never with so much else that it stands in a block.
    row = connection.execute(
        """SELECT row_id FROM changes WHERE action = ? AND "table" = 'merges' LIMIT 1""", (action,)
    ).fetchone()
    return None if row is None else str(row[0])
