"""What may be in the way of a command: folders, links, devices, names, rights; and what is then said."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator import Project

MESSAGE_LENGTH = 1600
"""Characters that a line about what went wrong may have."""


class Use(NamedTuple):
    """A command line in which `{}` stands for a path; what it wants of it, and the suffix that such files have."""

    line: str
    wants: str
    suffix: str = ".musnad"

    @property
    def words(self) -> list[str]:
        return self.line.split()


USES = [
    Use("{}", "project"),
    Use("open {}", "project"),
    Use("documents {}", "project"),
    Use("check {}", "project"),
    Use("suggest {} --with cues", "project"),
    Use("search {} قال", "project"),
    Use("actors {}", "project"),
    Use("actors {} --export a.csv", "project"),
    Use("scheme {}", "project"),
    Use("scheme {} --set wojood --drop", "project"),
    Use("import {} a.txt", "project"),
    Use("export {} --format jsonl --out e.jsonl", "project"),
    Use("copy {} c.musnad", "project"),
    Use("check {} --clean c.musnad", "project"),
    Use("check {} --repair", "project"),
    Use("agreement {}", "project"),
    Use("progress {}", "project"),
    Use("feedback {}", "project"),
    Use("history {}", "project"),
    Use("history {} --go-back 2026-01-01", "project"),
    Use("learn {}", "project"),
    Use("statements {} --registry", "project"),
    Use("assign {} --to omar", "project"),
    Use("share {} --out e.musnad-share", "project"),
    Use("merge {} b.musnad-share", "project"),
    Use("new {}", "new"),
    Use("copy p.musnad {}", "copy"),
    Use("check p.musnad --clean {}", "new"),
    Use("demo {}", "folder", ""),
    Use("import p.musnad {}", "source", ".txt"),
    Use("import p.musnad {} --format jsonl", "source", ".jsonl"),
    Use("actors p.musnad --import {}", "source", ".csv"),
    Use("new q.musnad --scheme {}", "source", ".toml"),
    Use("new q.musnad --scheme-from {}", "source", ".jsonl"),
    Use("import p.musnad d.jsonl --map {}", "source", ".toml"),
    Use("import p.musnad d.jsonl --propose-map {}", "target", ".toml"),
    Use("verify {}", "dataset", ".jsonl"),
    Use("scheme p.musnad --set {}", "source", ".toml"),
    Use("merge p.musnad {}", "source", ".musnad-share"),
    Use("merge p.musnad {} --preview", "source", ".musnad-share"),
    Use("share p.musnad --out e.musnad-share --since {}", "source", ".musnad-share"),
    Use("share p.musnad --out {}", "target", ".musnad-share"),
    Use("export p.musnad --format jsonl --out {}", "target", ".jsonl"),
    Use("actors p.musnad --export {}", "target", ".csv"),
    Use("scheme p.musnad --export {}", "target", ".toml"),
]


class Condition(NamedTuple):
    """Something in the way: makes it in the folder and gives the path; what is said of it to those who want this."""

    name: str
    make: Callable[[Path, str], str]
    said: dict[str, str]
    heavy: bool = True


def forbidden(folder: Path, suffix: str) -> str:
    (folder / "closed").mkdir(mode=0)
    return f"closed/x{suffix}"


def unreadable(folder: Path, suffix: str) -> str:
    made = folder / f"secret{suffix}"
    made.write_bytes(b"x" * 100)
    made.chmod(0)
    return made.name


def read_only(folder: Path, suffix: str) -> str:
    (folder / "fixed").mkdir(mode=0o555)
    return f"fixed/x{suffix}"


def long_name(_: Path, suffix: str) -> str:
    return "ن" * 150 + suffix


def long_path(_: Path, suffix: str) -> str:
    return "/".join(["y" * 200] * 30) + suffix


def loop(folder: Path, suffix: str) -> str:
    (folder / f"loop{suffix}").symlink_to(f"loop{suffix}")
    return f"loop{suffix}"


def nowhere(_: Path, suffix: str) -> str:
    return f"none/deeper/x{suffix}"


def missing(_: Path, suffix: str) -> str:
    return f"missing\x1b[31m{suffix}"


def below_a_file(_: Path, suffix: str) -> str:
    return f"a.txt/x{suffix}"


def a_folder(folder: Path, suffix: str) -> str:
    (folder / f"folder{suffix}").mkdir()
    return f"folder{suffix}"


def a_file(folder: Path, suffix: str) -> str:
    (folder / f"file{suffix}").write_bytes(b"%PDF-1.4\n\x00\x01" * 20)
    return f"file{suffix}"


def a_pipe(folder: Path, suffix: str) -> str:
    os.mkfifo(folder / f"pipe{suffix}")
    return f"pipe{suffix}"


def endless(folder: Path, suffix: str) -> str:
    (folder / f"zero{suffix}").symlink_to("/dev/zero")
    return f"zero{suffix}"


def foreign_bytes(_: Path, suffix: str) -> str:
    return os.fsdecode("ملف".encode("windows-1256")) + suffix


def nul(_: Path, suffix: str) -> str:
    return f"a\0b{suffix}"


def half_a_character(_: Path, suffix: str) -> str:
    return f"a\ud800b{suffix}"


def empty(_: Path, __: str) -> str:
    return ""


def a_project(folder: Path, suffix: str) -> str:
    Project.create(folder / f"held{suffix or '.d'}").close()
    return f"held{suffix or '.d'}"


def a_log(folder: Path, _: str) -> str:
    (folder / "p.musnad-journal").write_bytes(b"")
    return "p.musnad-journal"


NO_NAME = "is not the name of a file|not UTF-8|There is no (project|file|scheme)"


CONDITIONS = [
    Condition(
        "a folder that may not be entered",
        forbidden,
        dict.fromkeys(
            ("project", "new", "source", "target", "folder"), "The folder .*closed may not be entered by you"
        ),
        heavy=False,
    ),
    Condition(
        "a file that may not be read",
        unreadable,
        {"project": "may not be read by you; ask", "source": "may not be read by you; ask", "new": "exists already"},
    ),
    Condition(
        "a folder that may not be written to",
        read_only,
        {"new": "read-only|Nothing can be written|cannot be written", "target": "read-only. Choose another folder"},
    ),
    Condition(
        "a name that is too long",
        long_name,
        dict.fromkeys(("project", "new", "source", "target", "folder"), "name is too long|a name has at most|too long"),
    ),
    Condition(
        "a path that is too long",
        long_path,
        dict.fromkeys(("project", "new", "source", "target", "folder"), "too long"),
    ),
    Condition(
        "links that lead in a circle",
        loop,
        dict.fromkeys(("project", "new", "source", "target", "folder"), "leads back to itself"),
    ),
    Condition(
        "a folder that is not there",
        nowhere,
        {
            "project": "There is no project none",
            "new": "There is no folder none/deeper. Make it first",
            "source": "There is no (file|folder|scheme)",
            "target": "There is no folder none/deeper. Make it first",
        },
    ),
    Condition("a file that is not there", missing, {"project": "There is no project missing", "source": "There is no"}),
    Condition(
        "a file where a folder is wanted",
        below_a_file,
        {
            "project": "There is no project|is a file and not a folder",
            "new": "a.txt is a file and not a folder",
            "source": "There is no|is a file and not a folder",
            "target": "a.txt is a file and not a folder",
            "folder": "a.txt is a file and not a folder|cannot be made: Not a directory",
        },
    ),
    Condition(
        "a folder where a file is wanted",
        a_folder,
        {
            "project": "is a folder, not a project",
            "new": "exists already",
            # A folder is a source where it holds files; this one is empty.
            "source": "is a folder; name the files in it|is a folder without files|holds no (file|annotations)",
            "target": "is a folder; name a file in it",
        },
    ),
    Condition(
        "a file of another kind",
        a_file,
        {"project": "is not a Musnad project", "new": "exists already", "folder": "is a file and not a folder"},
    ),
    Condition(
        "a pipe that nobody writes to",
        a_pipe,
        {"project": "is a device or a pipe", "new": "exists already", "source": "is a device or a pipe"},
    ),
    Condition(
        "a device without an end",
        endless,
        {"project": "is a device or a pipe", "new": "exists already", "source": "is a device or a pipe"},
    ),
    Condition("bytes that are no UTF-8", foreign_bytes, {"project": "There is no", "source": NO_NAME}),
    Condition("NUL", nul, dict.fromkeys(("project", "new", "source", "target", "folder"), NO_NAME)),
    Condition("half a character", half_a_character, dict.fromkeys(("project", "new", "source", "target"), NO_NAME)),
    Condition(
        "no name at all", empty, {"project": "folder|no project", "new": "exists already|folder", "target": "folder"}
    ),
    Condition(
        "another project", a_project, {"new": "exists already", "target": "is not written over", "source": "held"}
    ),
    Condition(
        "what belongs to a project", a_log, {"new": "belongs to|exists already", "target": "belongs to the project"}
    ),
]


ALIKE = {"copy": "new"}
"""What is wanted in nearly the same words as something else."""


def _said(use: Use, condition: Condition) -> str | None:
    if use.wants == "copy" and condition.make is a_folder:
        return None  # a copy may be put into a folder
    if use.wants == "dataset" and "source" in condition.said:
        return f"{condition.said['source']}|There is no (dataset|manifest)"
    return condition.said.get(use.wants) or condition.said.get(ALIKE.get(use.wants, ""))


CASES = [
    pytest.param(
        use, condition, marks=[pytest.mark.heavy] if condition.heavy else [], id=f"{use.line}: {condition.name}"
    )
    for condition in CONDITIONS
    for use in USES
    if _said(use, condition) is not None
]
