"""A display that is named and does not answer is no display; Qt, which would abort, is never asked."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import annotator
from annotator import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux may be without a display")

Listen = Callable[[str], None]


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def listen() -> Iterator[Listen]:
    """A function that lets a server answer at a path (or, after NUL, at a name outside the file system)."""
    servers: list[socket.socket] = []

    def start(path: str) -> None:
        server = socket.socket(socket.AF_UNIX)
        servers.append(server)
        server.bind(path)
        server.listen(4)

    yield start
    for server in servers:
        server.close()


@pytest.mark.parametrize(
    "name", [":7654", ":7654.0", "unix:7654", "nonsense", "", "a:b", ":", "localhost:59999", "[::1]:59999", "/no/where"]
)
def test_an_x_display_that_does_not_answer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert not display.is_reachable()


@pytest.mark.parametrize("name", [":7655", ":7655.1", "unix:7655", "unix/host:7655.0"])
def test_an_x_display_that_answers(name: str, listen: Listen, monkeypatch: pytest.MonkeyPatch) -> None:
    listen("\0/tmp/.X11-unix/X7655")
    monkeypatch.setenv("DISPLAY", name)
    assert display.is_reachable()


def test_a_display_on_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(display, "X_PORT", server.getsockname()[1] - 10)
        monkeypatch.setenv("DISPLAY", "127.0.0.1:10.0")
        assert display.is_reachable()


def test_wayland(listen: Listen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "w-0")
    assert not display.is_reachable()
    (tmp_path / "w-0").touch()
    assert not display.is_reachable()
    (tmp_path / "w-0").unlink()
    listen(str(tmp_path / "w-0"))
    assert display.is_reachable()
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    assert not display.is_reachable()
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "w-0"))
    assert display.is_reachable()


SENTENCE = "musnad: There is no display to open the window on. `musnad --help` lists what works without."


def musnad(folder: Path, *words: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1]), **surroundings}
    environment |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
    command = [sys.executable, "-m", "annotator", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


NOWHERE = [
    {"DISPLAY": ":7656"},
    {"WAYLAND_DISPLAY": "wayland-9"},
    {"DISPLAY": ":7656", "WAYLAND_DISPLAY": "wayland-9"},
    # Nobody looks before Qt where a platform is asked for: it is Qt that fails, and we who tell.
    {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":7656"},
    {"QT_QPA_PLATFORM": "nonsense"},
]


@pytest.mark.parametrize(
    "surroundings",
    [*NOWHERE[:1], pytest.param(NOWHERE[3]), *(pytest.param(one, marks=pytest.mark.heavy) for one in NOWHERE)],
    ids=str,
)
def test_it_is_said_and_nothing_aborts(surroundings: dict[str, str], tmp_path: Path) -> None:
    done = musnad(tmp_path, **surroundings)
    assert done.returncode == 1
    assert done.stderr.startswith(SENTENCE)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.heavy
@pytest.mark.parametrize("surroundings", NOWHERE, ids=str)
def test_the_demo_draws_its_picture_all_the_same(surroundings: dict[str, str], tmp_path: Path) -> None:
    done = musnad(tmp_path, "demo", "d", **surroundings)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "d" / "window.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.heavy
def test_a_server_that_speaks_no_x_is_no_display(listen: Listen, tmp_path: Path) -> None:
    # It answers, so it is Qt that finds out; the demo has to ask it in another process.
    listen("\0/tmp/.X11-unix/X7657")
    done = musnad(tmp_path, "demo", "d", DISPLAY=":7657")
    assert done.returncode == 0
    assert (tmp_path / "d" / "window.png").exists()
