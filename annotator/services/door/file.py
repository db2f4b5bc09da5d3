"""An open project file: who works in it, how an action is written, told and taken back."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.change import Changes, Kept
from annotator.domain.scheme import Scheme
from annotator.drafts import sweep
from annotator.errors import MusnadError, ProjectError
from annotator.services import undo
from annotator.services.schemes import DEFAULT, load_scheme
from annotator.store import annotations, settings
from annotator.store.connection import Connection, Store, create_store, open_store, told
from annotator.store.journal import Edit, Journal

Listener = Callable[[Changes], None]
PATIENCE = 0.01
"""Seconds for which a reader waits for a writer: most are done by then."""


def default_handle() -> str:
    """Who someone is when they have not said: MUSNAD_ANNOTATOR, or the name they logged in with."""
    name = os.environ.get("MUSNAD_ANNOTATOR", "")
    if not name:
        import getpass

        with suppress(OSError, KeyError, ImportError):
            name = getpass.getuser()
    return check_handle("_".join(name.split()).replace("/", "_").replace("\\", "_") or "me")


class ProjectFile:
    """What every part of the door rests on: reading together, writing one action at a time, undo and redo."""

    def __init__(self, store: Store, annotator: str) -> None:
        self._store = store
        self._connection = store.connection
        self._annotator = annotator
        self._lock = threading.RLock()
        self._aside_lock = threading.RLock()
        self._listeners: list[Listener] = []
        with told(store.path):
            self._journal = Journal(store.connection, store.path)
            self._scheme = settings.scheme(store.connection)
            self._history = undo.History(self._journal.actions(annotator, undo.ROWS_READ))

    @classmethod
    def create(
        cls,
        path: str | Path,
        scheme: str | Path | Scheme | None = None,
        annotator: str | None = None,
    ) -> Self:
        """Make a new project file and open it.

        `scheme` is a shipped scheme's name, a TOML file, or a scheme; None the default one. `annotator` is my
        handle. Raises ProjectError if the file exists or cannot be written, SchemeError for a faulty scheme.
        """
        path = Path(path)
        chosen = scheme if isinstance(scheme, Scheme) else load_scheme(DEFAULT if scheme is None else scheme)
        handle = default_handle() if annotator is None else check_handle(annotator)
        create_store(path)
        store = open_store(path)
        with told(path):
            Journal(store.connection, store.path).commit(handle, [settings.scheme_row(chosen)])
        return cls._entered(store, handle)

    @classmethod
    def open(cls, path: str | Path, annotator: str | None = None, *, read_only: bool = False) -> Self:
        """Open a project file; `read_only` leaves it to others to write and needs no lock.

        Raises ProjectError: no such file, not a project, damaged, newer, open in another Musnad, not writable.
        """
        handle = default_handle() if annotator is None else check_handle(annotator)
        path = Path(path)
        store = open_store(path, read_only=read_only)
        if not read_only:
            sweep(path.parent)
        return cls._entered(store, handle)

    @classmethod
    def _entered(cls, store: Store, handle: str) -> Self:
        try:
            project = cls(store, handle)
            if not project.read_only and not project._is_known(handle):
                me = Annotator(handle=handle, kind=kind_of(handle))
                project._write([annotations.annotator_row(me)], undoable=False)
        except BaseException:
            store.close()
            raise
        return project

    def _is_known(self, handle: str) -> bool:
        return handle in {one.handle for one in annotations.annotators(self._connection)}

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        with self._lock, self._aside_lock:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def annotator(self) -> str:
        """My handle."""
        return self._annotator

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    # Undo and redo

    @property
    def can_undo(self) -> bool:
        return bool(self._history.undoable)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.redoable)

    def undo(self) -> Changes | None:
        """Take back my last action; what it touched, or None when there is nothing to take back.

        Only what nobody has changed since goes back; `kept` names the rest. Raises MusnadError, and leaves the
        action for later, where others rest on all of it.
        """
        return self._take_back(self._history.undoable)

    def redo(self) -> Changes | None:
        """Do again what I undid last, by the rules of `undo`; None when there is nothing."""
        return self._take_back(self._history.redoable)

    def _take_back(self, stack: list[str]) -> Changes | None:
        from annotator.services.taking_back import planned

        with self._lock:
            if not stack:
                return None
            action = self._history.next(stack)
            try:
                with told(self.path):
                    plan = planned(self._connection, self._scheme, self._journal, action)
            except MusnadError:
                self._history.refuse(action)
                raise
            if plan.edits:
                return self._write(plan.edits, undoes=action, kept=plan.kept)
            self._history.forget(action)
            return self._tell(Changes(kept=plan.kept))

    # Listening and writing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every action, in the thread that did it; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The project's file, for those who read it; nobody writes meanwhile.

        While somebody writes for long (a dataset of thousands of marks), it is the file as it was before: the window
        must not wait for them.
        """
        if self._lock.acquire(timeout=PATIENCE):
            try:
                with told(self.path):
                    yield self._connection
            finally:
                self._lock.release()
            return
        with self._aside_lock, told(self.path):
            yield from _of_one_moment(self._store.aside())

    @contextmanager
    def _acting(self, action: str | None = None) -> Iterator[list[Edit]]:
        """Collect the edits of one action; they are written when the block ends well, and nothing otherwise.

        `action` names one that takes several transactions; they are undone together.
        """
        edits: list[Edit] = []
        with self._lock:
            with told(self.path):
                yield edits
            if edits:
                self._write(edits, action=action)

    def _write(
        self,
        edits: Sequence[Edit],
        *,
        undoes: str | None = None,
        undoable: bool = True,
        action: str | None = None,
        kept: tuple[Kept, ...] = (),
    ) -> Changes:
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)
        with told(self.path):
            action, changes = self._journal.commit(self._annotator, edits, undoes, action)
        if undoable and action not in self._history.undoable:
            self._history.note(action, undoes)
        if changes.touches("settings"):
            with told(self.path):
                self._scheme = settings.scheme(self._connection)
        return self._tell(msgspec.structs.replace(changes, kept=kept))

    def _tell(self, changes: Changes) -> Changes:
        for listener in tuple(self._listeners):
            listener(changes)
        return changes


def _of_one_moment(connection: Connection) -> Iterator[Connection]:
    """The connection, through which all that is read is of one moment, whoever writes meanwhile."""
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")
