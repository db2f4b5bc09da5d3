"""Files that no writer may land on: projects (with their backups), and what belongs to a project beside it."""

from pathlib import Path

from annotator import held
from annotator.errors import InputError
from annotator.store.schema import APPLICATION_ID

HEADER = b"SQLite format 3\x00"
HEADER_LENGTH = 72
"""Bytes at the start of a file that say whether it is a project."""
SUFFIX = ".musnad"
COMPANIONS = ("-wal", "-shm", "-journal", "-lock")
"""The suffixes that SQLite and our lock append to a project's name."""


def is_header(data: bytes) -> bool:
    """Return whether these first bytes of a file are those of a project."""
    return data[:16] == HEADER and int.from_bytes(data[68:HEADER_LENGTH], "big") == APPLICATION_ID


def is_project(path: Path) -> bool:
    """Return whether there is a project at `path`, whatever it is called. Raises OSError."""
    if not path.is_file():
        return False
    if held.is_held(path):
        return True
    with path.open("rb") as file:
        return is_header(file.read(HEADER_LENGTH))


def refuse_overwriting(path: Path) -> None:
    """Raise InputError if a file written to `path` would destroy a project or what belongs to one. Raises OSError."""
    if path.is_file() and held.is_held(path):
        raise InputError("{path} is the project itself; write to another file.", path=path)
    if is_project(path):
        raise InputError("{path} is a Musnad project and is not written over. Choose another name.", path=path)
    suffix = next((one for one in COMPANIONS if path.name.endswith(one)), None)
    if suffix is None:
        return
    owner = path.with_name(path.name.removesuffix(suffix) or path.name)
    if owner.suffix == SUFFIX or is_project(owner):
        raise InputError(
            "{path} belongs to the project {name} and is not written over. Choose another name.",
            path=path,
            name=owner.name,
        )
