"""A screen, a window manager and a keyboard of our own: what no offscreen platform has."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

TYPIST = Path(__file__).with_name("typist.py")
PATIENCE_S = 120


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of an X display with a window manager."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    reads, writes = os.pipe()
    screen = ["-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    with ExitStack() as stack:
        command = ["Xvfb", "-displayfd", str(writes), *screen]
        _end_with(stack, subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL))
        os.close(writes)
        with os.fdopen(reads) as told:
            name = f":{told.readline().strip()}"
        environment = {**os.environ, "DISPLAY": name}
        _end_with(
            stack, subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        yield name


def _end_with(stack: ExitStack, process: subprocess.Popen[bytes]) -> None:
    stack.callback(process.wait)
    stack.callback(process.terminate)


def run_typist(display: str, layouts: str, group: int, folder: Path) -> str:
    """What the journeys at a keyboard found to be wrong, a line each; empty if all is right."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(TYPIST.parents[2]),
        "XDG_CONFIG_HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, str(TYPIST), layouts, str(group), str(folder)],
        env=environment,
        text=True,
        capture_output=True,
        timeout=PATIENCE_S,
    )
    wrong = done.returncode or any(word in done.stderr for word in ("Traceback", "mbiguous"))
    return done.stdout + (done.stderr if wrong else "")
