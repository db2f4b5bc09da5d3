"""Hostile input made from good input: the same every time, because a seed makes it."""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator import Project
from annotator.errors import MESSAGE_LENGTH, MusnadError

LONGEST_S = 2.0
"""A reader that takes longer for one of these small files hangs for a large one."""

TOKENS: Sequence[bytes] = (
    *(b"\0", b"\r", b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x1b[31m", b"\x85"),
    *(b'"', b"'", b"\\", b",", b";", b"\t", b"|", b"{", b"}", b"[", b"]", b"[[", b"=", b":", b"#", b"//", b"<html>"),
    *(b"-1", b"0", b"1e999", b"NaN", b"99999999999999999999", b"9" * 5000, b"true", b"null", b"\\ud800", b"\\u0000"),
    *("\u202e".encode(), "\u2028".encode(), "\u200b".encode(), "😀".encode(), "ـ".encode() * 500),
    *(b"[" * 3000, b"{" * 3000, b"a." * 300, b"=cmd|' /C calc'!A0", b"../../x", b"x" * 70_000),
)
"""Bytes that parsers have stumbled over."""

VALUES: Sequence[Any] = (
    *(None, True, 0, -1, 2**63, 10**30, 1e308, "", " ", "\0", "\u202e", "x" * 100_000, "31/12/2023", "Q0", "../x"),
    *([], [[]], {}, {"a": {}}, [None], "gold", "model:x", "a b", "ar-" + "x" * 100, [[0, 1], [1, 2]], "ق\n\rق"),
)
"""What a field may hold instead of what it should."""


Change = Callable[[bytes, random.Random], bytes]


def _place(data: bytes, dice: random.Random) -> int:
    return dice.randrange(len(data) + 1)


def _cut_off(data: bytes, dice: random.Random) -> bytes:
    return data[: _place(data, dice)]


def _without_a_stretch(data: bytes, dice: random.Random) -> bytes:
    start = _place(data, dice)
    return data[:start] + data[start + dice.choice((1, 2, 10, 100)) :]


def _with_a_token(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + dice.choice(TOKENS) + data[at:]


def _with_another_byte(data: bytes, dice: random.Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _with_a_stretch_twice(data: bytes, dice: random.Random) -> bytes:
    start, end = sorted((_place(data, dice), _place(data, dice)))
    return data[:end] + data[start:end] + data[end:]


def _with_lines_moved(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def _in_another_encoding(data: bytes, dice: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(dice.choice(("utf-16", "utf-16-le", "utf-32", "cp1256")), "replace")


_CHANGES: Sequence[Change] = (
    *(_cut_off, _without_a_stretch, _with_a_token, _with_a_token, _with_a_token, _with_another_byte),
    *(_with_a_stretch_twice, _with_lines_moved, _in_another_encoding),
)


def mutated(seed: bytes, count: int, random_seed: int) -> Iterator[bytes]:
    """Yield `count` spoiled copies of a good file."""
    dice = random.Random(random_seed)
    for _ in range(count):
        data = seed
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            data = dice.choice(_CHANGES)(data, dice)
        yield data


def spoiled(good: Any, count: int, random_seed: int) -> Iterator[Any]:
    """Yield `count` copies of a value of JSON in which one field or item has another value, is gone, or is new."""
    dice = random.Random(random_seed)
    for _ in range(count):
        made = json.loads(json.dumps(good))
        place = made
        while True:
            key = dice.choice(list(place) if isinstance(place, dict) else range(len(place)))
            deeper = place[key]
            if not isinstance(deeper, dict | list) or not deeper or dice.random() < 0.3:
                break
            place = deeper
        match dice.random():
            case chance if chance < 0.1:
                del place[key]
            case chance if chance < 0.2 and isinstance(place, dict):
                place["x" * 200] = dice.choice(VALUES)
            case _:
                place[key] = dice.choice(VALUES)
        yield made


class Door:
    """Tries files at one door of a project, and holds what comes of it against what must always be true.

    `told` is the name that an error must tell, where it is not that of the file.
    """

    def __init__(
        self, project: Project, folder: Path, name: str, bring: Callable[[Path], object], told: str = ""
    ) -> None:
        self.project, self.taken, self.refused = project, 0, 0
        self._path, self._bring, self._told = folder / name, bring, told or name

    def try_(self, data: bytes) -> None:
        """Bring these bytes in: all of them, or nothing and one clear line."""
        self._path.write_bytes(data)
        before, began = picture(self.project), time.perf_counter()
        try:
            self._bring(self._path)
        except MusnadError as error:
            self.refused += 1
            check_message(str(error), self._told)
            assert picture(self.project) == before
        else:
            self.taken += 1
        assert time.perf_counter() - began < LONGEST_S


def check_message(message: str, name: str) -> None:
    """An error is one line of bounded length, names the file and steers no terminal."""
    assert name in message
    assert len(message) <= MESSAGE_LENGTH
    assert message.isprintable() or not set(message) & set("\n\r\x1b\0\u2028\u202e")


def picture(project: Project) -> tuple[object, ...]:
    """What a project holds, as far as a half import would show in it."""
    with project.reading() as connection:
        tables = ("documents", "origins", "spans", "relations", "actors", "actor_aliases", "annotators", "changes")
        return tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
