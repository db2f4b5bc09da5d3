"""Standard streams that are closed, full or broken: the work is done, and the exit code says how it went."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import annotator
from annotator import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no shell that closes streams")

ROOT = Path(annotator.__file__).parents[1]


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Shell = Callable[..., Ended]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A function that runs a line of a real shell, in which $M is `musnad`."""

    def run(line: str, **variables: str) -> Ended:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "M": f"{sys.executable} -m annotator", **variables}
        done = subprocess.run(
            ["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def filled(tmp_path: Path, article: str) -> str:
    """A project with one article, an actor and a mark."""
    with Project.create(tmp_path / "p.musnad") as project:
        document = project.add_document(article)
        actor = project.add_actor("سامر الحلبي", "person")
        project.annotate(document.id, (15, 26), "actor", actor_id=actor.id)
    return "p.musnad"


LISTINGS = ["documents p.musnad", "search p.musnad قال", "actors p.musnad", "scheme p.musnad", "check p.musnad"]
EVERYTHING = [
    *LISTINGS,
    *(f"{line} --json" for line in LISTINGS),
    "formats",
    "formats --json",
    "--help",
    "--version",
    "export p.musnad --format jsonl --out d.jsonl --json",
    "actors p.musnad --export a.csv",
    "scheme p.musnad --export s.toml",
    "suggest p.musnad --with cues",
    "new q.musnad",
]
QUICK = ["documents p.musnad", "check p.musnad --json"]


def _heavy(lines: list[str]) -> list[object]:
    """All lines, of which only the quick ones run by default."""
    return [line if line in QUICK else pytest.param(line, marks=pytest.mark.heavy) for line in lines]


@pytest.mark.parametrize("line", _heavy(EVERYTHING))
def test_closed_streams_are_quiet(line: str, shell: Shell, filled: str) -> None:
    assert filled
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        done = shell(f"rm -f q.musnad; exec $M {line} {closed}")
        assert (done.code, "Traceback" in done.err) == (0, False), done
        assert done.err == "" or ">&-" not in closed or "musnad" not in done.err


@pytest.mark.parametrize("line", _heavy(EVERYTHING))
def test_a_full_output_is_told_and_is_no_success(line: str, shell: Shell, filled: str) -> None:
    assert filled
    done = shell(f"$M {line} > /dev/full")
    assert done.code == 1
    assert done.err.splitlines()[-1] == (
        "musnad: The output cannot be written: No space left on device. Write it elsewhere."
    )
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err
    assert shell(f"rm -f q.musnad; $M {line} 2> /dev/full").code == 0


@pytest.mark.parametrize("line", _heavy(EVERYTHING))
def test_a_reader_that_goes_away_is_quiet(line: str, shell: Shell, filled: str) -> None:
    assert filled
    done = shell(f"$M {line} | true; exit ${{PIPESTATUS[0]}}")
    assert done.code in (0, 1)
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err


def test_no_file_of_ours_gets_the_number_of_a_closed_stream(shell: Shell, filled: str, tmp_path: Path) -> None:
    # Else what Qt or Python tells on stderr would be written into the file.
    (tmp_path / "none.txt").unlink(missing_ok=True)
    for _ in range(2):
        assert shell(f"exec $M import {filled} none.txt >&- 2>&- <&-").code == 1
    assert shell(f"$M export {filled} --format jsonl --out d.jsonl >&- 2>&-").code == 0
    assert json.loads((tmp_path / "d.jsonl").read_text(encoding="utf-8"))["annotator"] == "layla"
    assert shell(f"$M check {filled}").code == 0


@pytest.mark.parametrize(
    "surroundings",
    [
        pytest.param({"LC_ALL": "C", "LANG": "C"}, marks=pytest.mark.heavy),
        pytest.param({"PYTHONIOENCODING": "ascii"}, marks=pytest.mark.heavy),
        # Python decodes what is typed as ASCII; the terminal's bytes are UTF-8 all the same.
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        pytest.param({"LANG": "no_SUCH.locale"}, marks=pytest.mark.heavy),
    ],
    ids=str,
)
def test_any_locale_gets_the_same_words(surroundings: dict[str, str], shell: Shell, filled: str) -> None:
    done = shell(f"$M search {filled} قال --json && $M documents {filled}", **surroundings)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out[: done.out.rindex("]") + 1])[0]["text"] == "قال"
    assert "قال وزير النقل" in done.out
    named = shell("$M new مشروع.musnad && $M documents مشروع.musnad && $M documents لا.musnad", **surroundings)
    assert "مشروع.musnad: made for layla" in named.out
    assert named.err == "musnad: There is no project لا.musnad. Make one with: musnad new لا.musnad\n"


@pytest.fixture
def exporting(filled: str, tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """A function that begins an export into a pipe that nobody reads, so that it is still at work."""
    assert filled
    with Project.open(tmp_path / "p.musnad") as project:
        for number in range(40):
            project.add_document(f"{number} " + "قال الوزير. " * 400)
    started = []

    def start() -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "annotator", "export", "p.musnad", "--format", "jsonl", "--out", "/dev/stdout"]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        started.append(process)
        assert process.stdout is not None
        process.stdout.read(1)
        return process

    return start


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGINT, 130, b"musnad: stopped. What was finished before is kept, nothing is half done.\n"),
        pytest.param(signal.SIGTERM, 143, b"", marks=pytest.mark.heavy),
        pytest.param(signal.SIGHUP, 129, b"", marks=pytest.mark.heavy),
    ],
)
def test_signals_end_quietly(
    number: signal.Signals, code: int, said: bytes, exporting: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    process = exporting()
    process.send_signal(number)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(0.2)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (code, said)
