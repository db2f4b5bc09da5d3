"""A watchdog over the event loop: says how long the window could not have answered, and where it was then.

Use the fixture `event_loop`:

    def test_the_window_stays_alive(event_loop: EventLoop) -> None:
        with event_loop.never_stalls(0.3):
            ...

Time for which the machine did not let the program run is not counted: what the system tells of it (Linux), and what a
second thread, which only sleeps and wakes, missed as well. A busy machine makes no test fail.
"""

import faulthandler
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

BEAT_MS = 5
"""Milliseconds between two signs of life."""
LOOK_S = 0.02
"""Seconds between two looks at them."""
LOOKS_AT_S = 0.1
"""Seconds without a sign of life after which it is written down where the window is, unless less is asked for."""
OURS = "/annotator/"
"""A part of the path of every file of the program."""


class Stall(msgspec.Struct):
    """A stretch in which the loop ran no timer: its seconds, and the stacks that were seen meanwhile."""

    seconds: float
    stacks: list[str]

    def __str__(self) -> str:
        seen = self.stacks[len(self.stacks) // 2] if self.stacks else "(nobody looked in time)\n"
        return f"the event loop stood still for {self.seconds:.2f} s, here (innermost first):\n{seen}"


class EventLoop:
    """Watches the event loop of the thread that makes it."""

    def __init__(self, looks_at_s: float = LOOKS_AT_S, *, only_ours: bool = False) -> None:
        """`only_ours`: a stall in which none of the program's code was seen, as when a test reads a file, is none."""
        self._looks_at_s, self._only_ours = looks_at_s, only_ours
        self._thread = threading.get_ident()
        self._native = threading.get_native_id()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._idle: dict[int, float] = {}
        self._seen: list[str] = []
        self._ticks = 0
        self._ended = threading.Event()
        self.longest = Stall(0.0, [])
        self.held_up = 0.0
        """Seconds of the last stretch that was watched for which the machine let the program wait."""

    @contextmanager
    def never_stalls(self, limit_s: float) -> Iterator["EventLoop"]:
        """Fail, with the stack of the middle of the stall, if the loop stands still for longer than this."""
        with self.watched():
            yield self
        assert self.longest.seconds <= limit_s, str(self.longest)

    @contextmanager
    def watched(self) -> Iterator["EventLoop"]:
        """Measure until the block ends; `longest` is the longest stall in it."""
        self.longest, self._seen, self._ticks, self.held_up = Stall(0.0, []), [], 0, 0.0
        self._last, self._idle = perf_counter(), _seconds_not_running()
        self._ended.clear()
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        self._timer.start()
        try:
            yield self
            self._beat()
        finally:
            self._timer.stop()
            self._ended.set()
            watcher.join()

    def forgive(self) -> None:
        """Forget the stalls so far: from here on a person waits."""
        self._beat()
        self.longest = Stall(0.0, [])

    def run(self, seconds: float) -> None:
        """Let the loop run for so long, as it does while a person reads."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def turn(self) -> None:
        """Let the loop answer what waits."""
        QCoreApplication.processEvents()

    def _beat(self) -> None:
        passed = perf_counter() - self._last
        ticks, self._ticks = self._ticks, 0
        stood = max(0.0, min(passed - self._held_up(), (ticks + 1) * LOOK_S))
        self.held_up += passed - stood if passed > LOOK_S else 0.0
        seen, self._seen = self._seen, []
        is_theirs = self._only_ours and not any(OURS in stack for stack in seen)
        if stood > self.longest.seconds and not is_theirs:
            self.longest = Stall(stood, seen)
        self._last, self._idle = perf_counter(), _seconds_not_running()

    def _held_up(self) -> float:
        """Seconds since the last beat for which the machine let this thread wait, or another that it waited for."""
        now = _seconds_not_running()
        more = {task: seconds - self._idle[task] for task, seconds in now.items() if task in self._idle}
        return more.pop(self._native, 0.0) + max(more.values(), default=0.0)

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_S):
            self._ticks += 1
            if perf_counter() - self._last > self._looks_at_s:
                self._seen.append(self._stack())

    def _stack(self) -> str:
        """Where the window's thread is, the innermost call first."""
        # A frame object would keep painters alive beyond their paint event; this only writes.
        with TemporaryFile("w+") as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            told = file.read()
        _, _, mine = told.partition(f"0x{self._thread:016x}")
        return "\n".join(mine.partition("\n\n")[0].splitlines()[1:13])


def _seconds_not_running() -> dict[int, float]:
    """For each thread of this program, how long it was ready to run and the machine ran something else."""
    found: dict[int, float] = {}
    for task in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, IndexError, ValueError):
            found[int(task.parent.name)] = int(task.read_text().split()[1]) / 1e9
    return found
