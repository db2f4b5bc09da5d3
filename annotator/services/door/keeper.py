"""The keeper of an open project file: at every pause its log is folded in, and a lost file is noticed.

A copy of the file that somebody makes meanwhile then holds everything, and marks never go into a file that is gone.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from annotator import log
from annotator.errors import FileLostError, MusnadError
from annotator.store.connection import Store
from annotator.store.copies import Add, RescueError
from annotator.store.explaining import told
from annotator.store.open_file import OpenFile
from annotator.store.place import Loss

PAUSE_S = 0.4
"""Seconds without an action after which the log is folded into the file."""
LONGEST_S = 5.0
"""Seconds after which it is folded although there was no pause."""
LOOK_S = 0.5
"""Seconds between two looks at whether the file is in its place."""
LOCK_TIMEOUT_S = 0.05

HeardLoss = Callable[[FileLostError], object]


class Keeper:
    """Keeps one file that is open for writing.

    `lock`: the project's, held by whoever reads or writes through it. `add` writes what waits into a copy that saves
    what a lost file held.
    """

    def __init__(self, store: Store, lock: "threading.RLock", add: Add) -> None:
        self._add = add
        self._store = store
        self._lock = lock
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_stopping = False
        self._unfolded_since: float | None = None
        self._written_at = 0.0
        self._is_urgent = False
        self._heard: HeardLoss | None = None
        self._must_hold = False
        self._has_failed = False
        self.loss: FileLostError | None = None

    # For those who write; they hold the lock

    @contextmanager
    def storing(self) -> Iterator[None]:
        """Around everything that writes to the file: it must be in its place, and is folded in at the next pause.

        Raises FileLostError if it is not, before or after, with all that was done saved; ProjectError.
        """
        self.check()
        with told(self._store.path):
            if self._store.file is not None:
                self._store.file.begin()
            yield
        self.check()
        with self._wake:
            self._written_at = monotonic()
            if self._unfolded_since is None:
                self._unfolded_since = self._written_at
                self._wake.notify()
        self._start()

    def check(self) -> None:
        """Raise FileLostError if the file is lost; the first time, save what it held."""
        file = self._store.file
        if self.loss is None and file is not None and file.is_lost():
            self._save(file)
        if self.loss is not None:
            raise self.loss.with_traceback(None)

    def check_before_closing(self) -> None:
        """Raise FileLostError if something was written, its file is lost, and nobody was told of it."""
        file = self._store.file
        if self.loss is None and file is not None and file.has_begun and not self._store.is_closed:
            self.check()

    # For the window

    def watch(self, heard: HeardLoss) -> None:
        """Look after the file from now on, also while nobody writes; `heard` is called in any thread, once."""
        self._heard = heard
        if self.loss is not None:
            heard(self.loss)
        elif self._store.file is not None:
            self._must_hold = True
            self._hold()
            self._start()

    def _hold(self) -> None:
        """Keep hold of the file unless somebody is writing: nobody waits for them, and the next look tries again."""
        file = self._store.file
        if file is None or not self._must_hold or not self._lock.acquire(blocking=False):
            return
        try:
            with told(self._store.path):
                file.hold()
            self._must_hold = False
        finally:
            self._lock.release()

    def fold_soon(self) -> None:
        """Do not wait for a pause: the person turns to another program, perhaps to copy the file."""
        with self._wake:
            self._is_urgent = self._unfolded_since is not None
            self._wake.notify()

    def stop(self) -> None:
        """End the thread. Whoever calls must not hold the lock."""
        with self._wake:
            self._is_stopping = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    # The thread

    def _start(self) -> None:
        if self._thread is None and self._store.file is not None:
            self._thread = threading.Thread(target=self._run, name="musnad-keeper", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while self._wait():
            try:
                self._look()
                if self._is_due():
                    self._fold()
            except MusnadError as error:
                # The log has everything; whoever writes next is told what is wrong.
                log.services.info("%s: not folded: %s", self._store.path, error)

    def _wait(self) -> bool:
        """Wait until there may be something to do; False if there never will be again."""
        with self._wake:
            if not self._is_stopping and not self._is_due():
                self._wake.wait(PAUSE_S / 2 if self._unfolded_since is not None else self._longest_sleep())
            return not self._is_stopping

    def _longest_sleep(self) -> float | None:
        return None if self._heard is None or self.loss is not None else LOOK_S

    def _is_due(self) -> bool:
        since, now = self._unfolded_since, monotonic()
        return since is not None and (self._is_urgent or now - self._written_at >= PAUSE_S or now - since >= LONGEST_S)

    def _look(self) -> None:
        self._hold()
        file = self._store.file
        if self.loss is None and not self._has_failed and file is not None and file.is_lost():
            with self._lock:
                self.check()

    def _fold(self) -> None:
        file = self._store.file
        assert file is not None
        # Only for a moment, in which no transaction is under way.
        if not self._lock.acquire(timeout=LOCK_TIMEOUT_S):
            return
        self._unfolded_since, self._is_urgent = None, False
        file.seals.fall_due()
        self._lock.release()
        with told(self._store.path):
            is_whole = file.fold()
        if is_whole:
            with self._lock:
                file.seals.settle()
        else:
            self._unfolded_since = self._written_at = monotonic()

    def _save(self, file: OpenFile) -> None:
        """Save all that the project holds under another name; FileLostError if that is not possible now."""
        name = self._store.path.name
        try:
            saved = file.rescue(self._add)
        except RescueError as error:
            failed = FileLostError(
                "{name} was deleted, moved or overwritten by another program while it was open, and what it held "
                "cannot be saved elsewhere: {reason}. Make room on the disk and change something here: each change "
                "tries again.",
                name=name,
                reason=str(error),
            )
            if not self._has_failed:
                self._has_failed = True
                self._tell(failed)
            raise failed from error
        assert file.lost is not None
        self.loss = _lost(file.lost, name, saved)
        self._tell(self.loss)

    def _tell(self, loss: FileLostError) -> None:
        if self._heard is not None:
            self._heard(loss)


def _lost(loss: Loss, name: str, saved: Path) -> FileLostError:
    match loss:
        case "gone":
            return FileLostError(
                "{name} is not in its place any more: it was deleted or moved while it was open. Everything up to now "
                "is saved in {saved}.",
                name=name,
                saved=saved,
            )
        case "replaced":
            return FileLostError(
                "Another file was put in the place of {name} while it was open; it stays as it is. Everything up to "
                "now is saved in {saved}.",
                name=name,
                saved=saved,
            )
    return FileLostError(
        "Another program cut {name} short or wrote over it while it was open; it stays as it is. Everything up to now "
        "is saved in {saved}.",
        name=name,
        saved=saved,
    )
