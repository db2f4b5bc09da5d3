"""What every test may use."""

import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from annotator import Project, signals
from tests.privileges import set_privileged

# Before Qt is imported anywhere: tests need no display, and should not open windows on one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A commit waits for the disk, and the suite makes tens of thousands: where the system keeps a folder in memory, and
# has room in it, the tests' own folders are there.
IN_MEMORY = Path("/dev/shm")
ROOM_BYTES = 2 << 30
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

# What pytest keeps of thousands of tests is no rubbish: a tenth of the suite's time went into looking through it.
gc.set_threshold(20_000, 20, 50)

# Who starts the tests in the background has these ignored, and every program that they start would ignore them too.
signal.signal(signal.SIGINT, signal.default_int_handler)
for _number in signals.ENDING:
    signal.signal(_number, signal.SIG_DFL)

# The gate tries the same examples every time, so that it judges the change and not its luck; whoever works on the
# code tries new ones at every run.
# How long one example takes is no test of anything on a machine that does other work as well.
settings.register_profile("work", deadline=None)
settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "work")

PATIENCE_MS = 30_000
"""How long a test waits for what comes sooner or later."""

ARTICLE = (
    "قال وزير النقل سامر الحلبي إن الميناء سيفتح في موعده.\n"
    "وأضاف 😀 أن «العقد»، بحسب الوزارة، «وُقِّع أمس» مع شركة Delta Ports."
)


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later search for circles."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _known_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests must not depend on who is logged in, nor on what data camel-tools has here."""
    monkeypatch.setenv("MUSNAD_ANNOTATOR", "layla")
    monkeypatch.setenv("CAMELTOOLS_DATA", os.devnull)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """The robot, with the patience for a machine that does other work as well: five seconds are none."""
    for wait in ("waitUntil", "waitSignal", "waitSignals"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def camel_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where camel-tools looks for data: not there yet, and no network to bring it."""

    def refuse(*given: object) -> None:
        raise AssertionError(f"asked the network for {given}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    folder = tmp_path / "camel"
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_window_is_left() -> Iterator[None]:
    """Nothing else runs an event loop between tests, and windows that pile up make each slower than the one before."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        if QApplication.instance() is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project of layla's."""
    with Project.create(tmp_path / "p.musnad") as made:
        yield made


@pytest.fixture
def article() -> str:
    """A short article with an emoji, tashkeel and an interrupted quotation."""
    return ARTICLE


class Mount:
    """Mounts small tmpfs folders below a test's own folder, and takes them down again."""

    def __init__(self, below: Path) -> None:
        self._below = below
        self._mounted: list[Path] = []

    def __call__(self, size: str) -> Path:
        folder = self._below / f"disk-{len(self._mounted)}"
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no tmpfs can be mounted here: {done.stderr.decode().strip()}")
        self._mounted.append(folder)
        return folder

    def remount(self, folder: Path, mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(folder)], check=True)

    def close(self) -> None:
        for folder in self._mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mount]:
    """A function that mounts a tmpfs of a size; needs root on Linux, else the test says why it is skipped."""
    if shutil.which("mount") is None:
        pytest.skip("there is no mount command here")
    mount = Mount(tmp_path)
    yield mount
    mount.close()


@pytest.fixture
def without_privileges() -> Iterator[Callable[[], None]]:
    """A function from whose call on the permissions of files count for root as well, until the test ends."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    yield lambda: set_privileged(False)
    set_privileged(True)
