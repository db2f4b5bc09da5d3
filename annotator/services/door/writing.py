"""Writing of actions, at once or queued while somebody else writes, and reading of the file meanwhile."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from annotator.domain.annotator import kind_of
from annotator.domain.change import Changes, Kept
from annotator.domain.ids import new_id
from annotator.domain.scheme import Scheme
from annotator.errors import BusyError, MusnadError, ProjectError
from annotator.services import undo
from annotator.services.door.acting import Acting
from annotator.services.door.here import Here, of_one_moment
from annotator.services.door.keeping import Keeping
from annotator.services.door.queued import Queued, recall, written
from annotator.services.patience import acquire, patiently
from annotator.store import settings
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit, EditStream, all_of
from annotator.store.explaining import contradicts, told
from annotator.store.journal import Journal

if TYPE_CHECKING:
    from annotator.store.overlay import Overlay

Companion = TypeVar("Companion")
Listener = Callable[[Changes], None]
READ_PATIENCE_S = 0.01
"""Seconds for which a reader waits for a writer: most are done by then."""
QUEUE_AFTER_S = 0.05
"""Seconds after which an action that must not wait is queued."""


class Writing(Keeping):
    """Reading together, writing one action at a time, and queueing the actions that cannot be written yet."""

    def __init__(self, store: Store, annotator: str) -> None:
        self._annotator = annotator
        self._lock = threading.RLock()
        self._aside_lock = threading.RLock()
        self._listeners: list[Listener] = []
        self._here = Here()
        self._hasty: int | None = None
        self._queue: list[Queued] = []
        self._recalled: dict[str, Queued] = {}
        self._held_since: float | None = None
        self._companions: dict[Any, Any] = {}
        super().__init__(store, self._lock)
        store.reader_of = self._reader
        with told(store.path):
            seals = None if store.file is None else store.file.seals
            self._journal = Journal(store.connection, store.path, seals)
            self._scheme = settings.scheme(store.connection)
            self._history = undo.History(self._journal.actions(annotator, undo.ROWS_READ))

    @property
    def annotator(self) -> str:
        """My handle."""
        return self._annotator

    def _reader(self) -> str | None:
        """Return from whom others' marks may be hidden now: nobody while an action is made, and no model or gold."""
        if self._here.sees_everything or kind_of(self._annotator) != "person":
            return None
        return self._annotator

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def _journal_here(self) -> Journal:
        """The journal as this thread may read it now."""
        if self._connection is self._store.connection:
            return self._journal
        return Journal(self._connection, self.path)

    # Listening and writing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every action, in the thread that did it; call what is returned to stop.

        What a listener raises does not reach who acted: it goes to `sys.excepthook`.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The project's file, for those who read it: all that is read until the block ends is of one moment.

        In a blind project, others' marks are left out as `store.blinding` says.

        While somebody writes for long (a dataset of thousands of marks), it is the file as it was before: the window
        must not wait for them. Actions of this thread that wait are part of what it reads.
        """
        here = self._here.connection or self._here.view
        if here is not None:
            with told(self.path), self._here.reading():
                yield here
            return
        with (
            told(self.path),
            self._here.reading(),
            self._readable() as view,
            self._here.looking(view),
            of_one_moment(view),
        ):
            yield view

    @contextmanager
    def _readable(self) -> Iterator[Connection]:
        """The connection through which this thread may read now."""
        if self._queue and self._is_hasty:
            yield self._overlay().connection
        elif self._lock.acquire(timeout=self._read_patience()):
            try:
                yield self._store.connection
            finally:
                self._lock.release()
        else:
            with self._aside_lock:
                aside = self._store.aside()
                if aside is not None:
                    yield aside
                    return
            with self._lock:
                yield self._store.connection

    def _read_patience(self) -> float:
        """Seconds to wait for the writer: none for one who was waited for already."""
        since = self._held_since
        return 0.0 if since is not None and monotonic() - since > READ_PATIENCE_S else READ_PATIENCE_S

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """The file as it is now, through a connection of its own: for work that reads for long."""
        with told(self.path):
            connection = self._store.reader()
            if connection is not None:
                with closing(connection), of_one_moment(connection):
                    yield connection
                return
        with self._lock, told(self.path):
            yield self._store.connection

    def _overlay(self) -> "Overlay":
        """Return the overlay of the waiting actions; FileLostError if there is no file any more to write them to."""
        overlay = self._store.ahead()
        if overlay is None:
            with self._lock:
                self._keeper.check()
        assert overlay is not None
        return overlay

    @contextmanager
    def acting(self, action: str | None = None) -> Iterator[Acting]:
        """Collect the edits of one action; they are written when the block ends well, and nothing otherwise.

        `action` names one that takes several transactions; they are undone together.
        """
        with self.turn() as connection:
            acting = Acting(connection, self._scheme, self._annotator, [])
            with told(self.path):
                yield acting
            if acting.edits:
                self.write(acting.edits, action=action)

    def companion(self, make: Callable[[Self], Companion]) -> Companion:
        """Return what `make` makes of this file: once, and the same ever after. For indexes that follow its changes."""
        if make not in self._companions:
            self._companions[make] = make(self)
        found: Companion = self._companions[make]
        return found

    @property
    def _connection(self) -> Connection:
        """Return the connection that this thread reads from while it acts."""
        return self._here.connection or self._store.connection

    @property
    def _is_hasty(self) -> bool:
        return self._hasty == threading.get_ident()

    @contextmanager
    def turn(self) -> Iterator[Connection]:
        """Let this thread act, alone or (who must not wait) on top of what is queued; the connection it reads from."""
        if self._here.connection is not None:
            yield self._here.connection
        elif self._is_hasty and (self._queue or not self._lock.acquire(timeout=QUEUE_AFTER_S)):
            with self._here.at(self._overlay().connection) as connection:
                yield connection
        else:
            if not self._is_hasty:
                acquire(self._lock)
            self._held_since = monotonic()
            try:
                with self._here.at(self._store.connection) as connection:
                    yield connection
            finally:
                self._held_since = None
                self._lock.release()

    def is_stored(self, connection: Connection) -> bool:
        """Return True if what this connection reads is the file alone, without actions that wait."""
        return connection is self._store.connection

    def write(
        self,
        edits: Sequence[Edit] | EditStream,
        *,
        undoes: str | None = None,
        undoable: bool = True,
        action: str | None = None,
        kept: tuple[Kept, ...] = (),
        again: bool = False,
    ) -> Changes:
        """Write one action, or queue it where the file is busy and this thread must not wait, and tell listeners.

        `kept` is what undo left as it is. `again`: the action was recalled before it was written, and is redone.
        """
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)
        queued = Queued(action or new_id(), edits, undoes, undoable)
        changes = msgspec.structs.replace(self._written(queued), kept=kept)
        if undoable and changes.rows and queued.action not in self._history.undoable:
            self._history.note(queued.action, queued.action if again else undoes)
        if changes.touches("settings"):
            with told(self.path):
                self._scheme = settings.scheme(self._connection)
        return self._tell(changes)

    def _written(self, queued: Queued) -> Changes:
        if self._connection is self._store.connection:
            try:
                return self._commit(queued)
            except BusyError:
                if not self._is_hasty:
                    raise
                self._here.connection = self._overlay().connection
        with told(self.path):
            edits = all_of(queued.edits)
            changes = self._overlay().lay(edits)
        self._queue.append(msgspec.structs.replace(queued, edits=edits, changes=changes))
        return changes

    def _commit(self, queued: Queued) -> Changes:
        def commit() -> Changes:
            with self._keeper.storing():
                return written(self._journal, self._annotator, queued)

        return commit() if self._is_hasty else patiently(commit)

    def _tell(self, changes: Changes) -> Changes:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception as error:  # of any listener
                # What was written is written, whatever those make of it who hear of it.
                sys.excepthook(type(error), error, error.__traceback__)
        return changes

    # Actions that wait

    @property
    def is_taken(self) -> bool:
        """True while an action of any thread is made and written."""
        return self._held_since is not None

    def hurry(self) -> None:
        """From now on, never let an action of the calling thread wait for another writer.

        One that would wait is queued, is seen by everything that this thread reads, and is written by `land`. Actions
        of other threads wait as before.
        """
        self._hasty = threading.get_ident()

    @property
    def waiting(self) -> int:
        """Return how many actions wait until nobody else writes."""
        return len(self._queue)

    def land(self) -> int:
        """Write the actions that wait, oldest first, as far as that is possible now; how many still wait.

        Never waits itself. An action that other rows of the file rule out by now is dropped and its ProjectError
        raised; after any other error everything stays queued.
        """
        if not self._queue or not self._lock.acquire(timeout=0):
            return len(self._queue)
        count = len(self._queue)
        try:
            with self._here.at(self._store.connection), suppress(BusyError):
                while self._queue:
                    self._land_first()
        finally:
            if len(self._queue) < count:
                self._lay_anew()
            self._lock.release()
        return len(self._queue)

    def _land_first(self) -> None:
        queued = self._queue[0]
        try:
            self._commit(queued)
        except MusnadError:
            raise
        except Exception as error:  # of any kind but those that are told
            # Either a bug, which it would meet again for ever, or nobody's fault.
            self._drop(queued)
            if contradicts(error):
                raise ProjectError(
                    "A change of yours that waited to be saved cannot be: what it belongs to was taken away meanwhile."
                ) from error
            raise
        del self._queue[0]

    def _drop(self, queued: Queued) -> None:
        """Forget an action that cannot be written; what it touched is as it was before."""
        self._queue.remove(queued)
        self._history.forget(queued.action)
        self._lay_anew()
        self._tell(queued.changes)

    def give_up(self) -> int:
        """Take back all actions that wait, the last one first; how many they were. Each can be redone."""
        count = len(self._queue)
        with self._here.at(self._overlay().connection):
            for changes in [self._recall(queued) for queued in reversed(self._queue.copy())]:
                self._tell(changes)
        return count

    def _recall(self, queued: Queued) -> Changes:
        """Take an action that waits out of the line; what it touched is as it was before."""
        self._queue.remove(queued)
        recall(self._history, queued)
        if queued.undoable and queued.undoes is None:
            self._recalled[queued.action] = queued
        self._lay_anew()
        if queued.changes.touches("settings"):
            with told(self.path):
                self._scheme = settings.scheme(self._overlay().connection)
        return queued.changes

    def _write_waiting(self, connection: Connection, path: Path) -> None:
        """Write the actions that wait into a copy of the file, which saves what it held."""
        journal = Journal(connection, path)
        for queued in self._queue:
            written(journal, self._annotator, queued)

    def _lay_anew(self) -> None:
        with told(self.path):
            ahead = self._overlay()
            ahead.clear()
            for queued in self._queue:
                ahead.lay(all_of(queued.edits))
