"""What the monkey must not meet: exceptions, messages of Qt, stalls, the network, files outside its folder."""

import errno
import faulthandler
import os
import sys
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from annotator.ui.bug_report import report_bug

PATTERN = "QT: %{type}: %{category}: %{message}"
"""How Qt is to write its messages (QT_MESSAGE_PATTERN).

A handler in Python would hang: Qt tells of fonts with a lock held, and another thread that wants the lock may be
holding Python's.
"""
HARMLESS = ("QT: debug: ", "QT: info: ")
EXPECTED = ("This plugin does not support ", "OpenType support missing for ")
"""What the offscreen platform says of every window, and Qt of letters that no typeface has."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

CHANGING = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree", "shutil.move")


class Traps:
    """Gathers what went wrong, each kind once with how often it came, and ends a process that stands still."""

    def __init__(self, folder: Path, stall_s: float) -> None:
        """`folder`: nothing may be written elsewhere. `stall_s`: seconds that one event may take."""
        self.problems: dict[str, str] = {}
        """Details of each problem, by its kind and place."""
        self.counts: Counter[str] = Counter()
        self.where = ""
        """What is being done, for the report."""
        self._folder, self._stall_s = str(folder.resolve()), stall_s
        self._output = folder / "output.txt"
        """Where the standard error goes; `run.py` sees to that."""
        self._read = 0
        self._stacks = (folder / "stacks.txt").open("w", encoding="utf-8")

    def set(self) -> None:
        """Begin to watch."""
        faulthandler.enable(self._stacks)
        sys.excepthook = self._hear_exception
        sys.addaudithook(self._hear_audit)
        self.beat()

    def beat(self) -> None:
        """Something was done: the process does not stand still. What Qt wrote meanwhile is read."""
        faulthandler.dump_traceback_later(self._stall_s, exit=True, file=self._stacks)
        if os.fstat(2).st_size > self._read:
            self._read_messages()

    def rest(self) -> None:
        """Nothing more will be done."""
        faulthandler.cancel_dump_traceback_later()

    def add(self, kind: str, details: str) -> None:
        """Note a problem."""
        self.counts[kind] += 1
        self.problems.setdefault(kind, f"{self.where}\n{details}")

    def add_error(self, error: BaseException) -> None:
        """Note an exception by the place where it was raised."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        self.add(f"{type(error).__name__} at {place}", "".join(traceback.format_exception(error)))

    def _hear_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.add_error(error)
        report_bug(kind, error, trace)

    def _read_messages(self) -> None:
        with self._output.open("rb") as output:
            output.seek(self._read)
            written = output.read()
        self._read += len(written)
        for line in written.decode("utf-8", "replace").splitlines():
            if line.startswith("QT: ") and not line.startswith(HARMLESS) and not any(one in line for one in EXPECTED):
                self.add(line[:150], line)

    def _hear_audit(self, event: str, given: tuple[object, ...]) -> None:
        if event == "socket.connect":
            self.add("network", repr(given))
        elif event in CHANGING or (event == "open" and isinstance(given[2], int) and given[2] & WRITING):
            self._hear_write(given[0])

    def _hear_write(self, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.path.realpath(os.fsdecode(path))
        if not name.startswith((self._folder, "/dev/null")):
            self.add("written outside", f"{name}\n{''.join(traceback.format_stack(limit=8))}")
            raise PermissionError(errno.EACCES, "outside the monkey's folder", name)
