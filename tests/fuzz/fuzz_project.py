"""Project files: bytes of a sound one replaced, or a value of one of its rows."""

import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from annotator.store.rows import COLUMNS
from tests.hostile_projects.project_files import loosely, make_sound, use

_FOLDER = tempfile.TemporaryDirectory(prefix="musnad-fuzz-")
_SOUND = make_sound(Path(_FOLDER.name) / "sound.musnad").read_bytes()
_CELLS = [(table, column) for table, columns in COLUMNS.items() for column in columns]
_BYTES, _WIDTH = 0, 4

SEEDS = [
    # Places, three bytes each, with the byte that stands there from now on.
    bytes((_BYTES, 0, 0, 44, 9, 0, 16, 0, 13)),
    bytes((_BYTES, 0, 0, 100, 255, 1, 0, 7, 0)),
    *(bytes((1 + place,)) + b'[{"kind": "bom"}]' for place in (0, 5, 20)),
    *(bytes((1 + place,)) + b"[[0, 3], [5, 9]]" for place in range(30, 40)),
    bytes((1 + len(_CELLS) - 1,)) + b'{"id": "x", "label": 5}',
]


def one(data: bytes) -> None:
    """Use a project of which a few bytes, or one value, are the fuzzer's; what goes wrong must be told."""
    if not data:
        return
    folder = Path(_FOLDER.name)
    path = folder / "p.musnad"
    for left in folder.glob("p.musnad*"):
        left.unlink()
    if data[0] == _BYTES:
        path.write_bytes(_patched(data[1:]))
    else:
        path.write_bytes(_SOUND)
        _change(path, *_CELLS[(data[0] - 1) % len(_CELLS)], data[1:])
    told = use(path, folder, thorough=False)
    assert not any("\n" in line for line in told)


def _patched(patches: bytes) -> bytes:
    held = bytearray(_SOUND)
    for start in range(0, len(patches) - _WIDTH + 1, _WIDTH):
        place = int.from_bytes(patches[start : start + 3], "big")
        held[place % len(held)] = patches[start + 3]
    return bytes(held)


def _change(path: Path, table: str, column: str, value: bytes) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection, suppress(sqlite3.Error):
        connection.execute("PRAGMA synchronous = OFF")
        loosely(connection, f'UPDATE {table} SET "{column}" = CAST(? AS TEXT)', (value,))
