"""A signal closes the window as a person would: nothing is left open beside the project."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import annotator
from annotator import Project


def _heed() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, *(pytest.param(one, marks=pytest.mark.heavy) for one in (signal.SIGINT, signal.SIGHUP))]
)
def test_a_signal_closes_the_window(number: signal.Signals, tmp_path: Path, article: str) -> None:
    with Project.create(tmp_path / "p.musnad") as project:
        project.add_document(article)
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1]), "HOME": str(tmp_path)}
    environment |= {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_STATE_HOME": str(tmp_path / "state")}
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "p.musnad"],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        # Whoever is started in the background ignores Ctrl+C, and so does what it starts.
        preexec_fn=_heed,
    ) as window:
        deadline = time.monotonic() + 30
        settings = tmp_path / "config" / "musnad" / "musnad.ini"
        # The recent projects are written once the window has been painted.
        while not settings.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        window.send_signal(number)
        try:
            window.wait(20)
        finally:
            window.kill()
    assert window.returncode == 128 + number
    assert [path.name for path in tmp_path.glob("p.musnad*")] == ["p.musnad"]
    assert "geometry" in settings.read_text(encoding="utf-8")
