"""The door: `python -m annotator`, with and without a display."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import annotator
from annotator import Project, __main__, display
from annotator.errors import MusnadError, ProjectError


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A function that enters by `annotator.__main__` with these words and returns the exit code."""

    def enter(*words: str) -> Any:
        monkeypatch.setattr(sys, "argv", ["musnad", *words])
        with pytest.raises(SystemExit) as left:
            __main__.main()
        return left.value.code

    return enter


def test_a_project_opens_without_the_command_line(
    project: Project,
    door: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    filled = str(project.path)
    opened: list[Path | None] = []

    def show(_: object, project: Path | None, *__: object) -> int:
        opened.append(project)
        return 0

    monkeypatch.setattr(__main__.Desktop, "open", show)
    assert door(filled) == 0
    assert door("open", filled) == 0
    assert opened == [Path(filled)] * 2

    def refuse(*_: object) -> int:
        raise ProjectError("no window")

    monkeypatch.setattr(__main__.Desktop, "open", refuse)
    assert door(filled) == 1
    assert capsys.readouterr().err == "musnad: no window\n"


def test_without_a_display_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    desktop = __main__.Desktop()
    assert not desktop.can_be_seen()
    with pytest.raises(ProjectError, match="There is no display"):
        desktop.open(None)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-that-is-gone")
    assert not desktop.can_be_seen()
    monkeypatch.setattr(display, "is_reachable", lambda: True)
    monkeypatch.setattr(__main__, "_qt_finds_it", lambda: True)
    assert desktop.can_be_seen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not desktop.can_be_seen()


def test_a_machine_without_qts_libraries_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(annotator, "app", raising=False)
    monkeypatch.setitem(sys.modules, "annotator.app", None)
    with pytest.raises(MusnadError, match=r"The window cannot be made: .*packaging/start\.py"):
        __main__.Desktop().picture(Path("p.musnad"), Path("w.png"))


def test_the_demo_for_real(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(annotator.__file__).parents[1]),
    }
    command = [sys.executable, "-m", "annotator", "demo", "d"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "d" / "window.png").read_bytes().startswith(b"\x89PNG")
    assert sorted(path.name for path in (tmp_path / "d").iterdir()) == [
        "sample.jsonl",
        "sample.jsonl.manifest.json",
        "sample.musnad",
        "window.png",
    ]
