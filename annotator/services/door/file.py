"""An open project file: who works in it, how an action is written, told and taken back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.change import Changes
from annotator.domain.ids import new_id
from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError, ProjectError
from annotator.services.door.writing import Writing
from annotator.services.handles import default_handle
from annotator.services.patience import patiently
from annotator.services.undo import Stack
from annotator.store import annotations, settings
from annotator.store.connection import Connection, Store, open_store
from annotator.store.explaining import told
from annotator.store.journal import Journal
from annotator.store.journal_sums import size_of


class ProjectFile(Writing):
    """The common base of the project's operations: opening and closing the file, undo and redo."""

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
        # A start that opens a project makes none.
        from annotator.services.schemes import DEFAULT, load_scheme
        from annotator.store.creation import create_store

        path = Path(path)
        chosen = scheme if scheme is None or isinstance(scheme, Scheme) else load_scheme(scheme)
        handle = default_handle() if annotator is None else check_handle(annotator)
        me = Annotator(handle=handle, kind=kind_of(handle))

        def found(connection: Connection, draft: Path) -> None:
            journal = Journal(connection, draft)
            default = settings.scheme_edits(connection, load_scheme(DEFAULT))
            journal.found(handle, [*default, annotations.annotator_row(me)])
            if chosen is not None:
                journal.found(handle, settings.scheme_edits(connection, chosen), decided=True)

        notices = create_store(path, found)
        return cls._entered(open_store(path), handle, notices)

    @classmethod
    def open(
        cls, path: str | Path, annotator: str | None = None, *, read_only: bool = False, hasty: bool = False
    ) -> Self:
        """Open a project file; `read_only` leaves it to others to write and needs no lock.

        `hasty`: see `hurry`.
        Raises ProjectError: no such file, not a project, damaged, newer, open in another Musnad, not writable.
        """
        handle = default_handle() if annotator is None else check_handle(annotator)

        def attempt() -> Store:
            return open_store(Path(path), read_only=read_only)

        return cls._entered(attempt() if hasty else patiently(attempt), handle, hasty=hasty)

    @classmethod
    def _entered(cls, store: Store, handle: str, notices: Sequence[ProjectError] = (), *, hasty: bool = False) -> Self:
        try:
            project = cls(store, handle)
        except BaseException:
            store.close()
            raise
        try:
            project._note(*notices)
            if hasty:
                project.hurry()
            if not project.read_only and not project._is_known(handle):
                me = Annotator(handle=handle, kind=kind_of(handle))
                with project.turn():
                    project.write([annotations.annotator_row(me)], undoable=False)
        except BaseException:
            project._keeper.stop()
            store.close()
            raise
        return project

    def _is_known(self, handle: str) -> bool:
        with told(self.path):
            return handle in {one.handle for one in annotations.annotators(self._connection)}

    def close(self) -> None:
        """Close the file. Closing twice does nothing.

        Raises FileLostError if something was written, the file is lost and nobody was told yet.
        """
        self._keeper.stop()
        with self._lock, self._aside_lock:
            try:
                self._keeper.check_before_closing()
            finally:
                self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep(self, write: Callable[[Connection], object]) -> None:
        """Let `write` write what is derived and in no journal, in one transaction. For threads that may wait.

        Raises ProjectError where the project is open for reading only.
        """
        if self.read_only:
            raise ProjectError("{name} is open for reading only; nothing was changed.", name=self.path.name)

        def attempt() -> None:
            with self._keeper.storing(), self._journal.unwritten():
                write(self._store.connection)

        with self.turn():
            patiently(attempt)

    # Undo and redo

    @property
    def can_undo(self) -> bool:
        return bool(self._history.undoable)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.redoable)

    def is_undone(self, action: str) -> bool:
        """Return True if an action of mine was taken back and can be redone."""
        return action in self._history.redoable

    def undo(self) -> Changes | None:
        """Take back my last action; what it touched, or None when there is nothing to take back.

        Only what nobody has changed since goes back; `kept` names the rest. Raises MusnadError, and leaves the
        action for later, where others rest on all of it.
        """
        return self._take_back(self._history.undoable)

    def redo(self) -> Changes | None:
        """Do again what I undid last, by the rules of `undo`; None when there is nothing."""
        return self._take_back(self._history.redoable)

    def next_size(self, *, again: bool = False) -> int:
        """Return how many rows `undo`, or (`again`) `redo`, would take back; long work where they are thousands."""
        action = self.next_action(again=again)
        if action is None:
            return 0
        with self.reading() as view:
            return size_of(view, action)

    def next_action(self, *, again: bool = False) -> str | None:
        """Return the id of the action that `undo`, or (`again`) `redo`, would take back; None if there is none."""
        stack = self._history.redoable if again else self._history.undoable
        return self._history.next(stack) if stack else None

    def _take_back(self, stack: Stack) -> Changes | None:
        from annotator.services.taking_back import planned

        with self.turn() as connection:
            if not stack:
                return None
            action = self._history.next(stack)
            for waiting in self._queue:
                if waiting.action == action:
                    return self._tell(self._recall(waiting))
            if action in self._recalled:
                return self.write(self._recalled.pop(action).edits, action=action, again=True)
            try:
                with told(self.path):
                    plan = planned(connection, self._scheme, self._journal_here(), action)
            except MusnadError:
                self._history.refuse(action)
                raise
            if plan.edits:
                return self.write(plan.edits, undoes=action, action=plan.reach + new_id(), kept=plan.kept)
            self._history.forget(action)
            return self._tell(Changes(kept=plan.kept))
