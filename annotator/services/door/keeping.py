"""Care for an open project's file: watch over it, repair it, copy it."""

import threading
from abc import abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path

from annotator import log, paths
from annotator.errors import ProjectError
from annotator.services.door.keeper import HeardLoss, Keeper
from annotator.store.connection import Connection, Store, save_copy
from annotator.store.copies import CopyProgress


class Keeping:
    """The part of a project that knows the file beneath it."""

    def __init__(self, store: Store, lock: "threading.RLock") -> None:
        self._store = store
        self._keeper = Keeper(store, lock, self._write_waiting)
        self.notices: list[ProjectError] = []
        """Faults that were found and mended when the file was opened; they are logged as well."""
        self._note(*store.notices)

    def _note(self, *notices: ProjectError) -> None:
        self.notices += notices
        for notice in notices:
            log.services.warning("%s", notice)

    @abstractmethod
    def apart(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _write_waiting(self, connection: Connection, path: Path) -> None: ...

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    def watch(self, heard: HeardLoss) -> None:
        """Look all the time whether the file is in its place, and call `heard` once, in any thread, if it is not.

        Everything was saved under another name by then, which the error tells.
        """
        self._keeper.watch(heard)

    def fold_soon(self) -> None:
        """Make the file whole, so that it can be copied, without waiting for a pause; return at once."""
        self._keeper.fold_soon()

    def save_copy(self, path: str | Path, progress: CopyProgress | None = None) -> Path:
        """Write the whole project into a new file at `path`, or into the folder `path`, and return where it is.

        `progress(done, total)` counts pages. Raises ProjectError if the name is taken or nothing can be written.
        """
        out = Path(path)
        out = out / self.path.name if paths.kind(out, ProjectError, "written") == "folder" else out
        with self.apart() as connection:
            save_copy(connection, out, self.path, progress)
        return out
