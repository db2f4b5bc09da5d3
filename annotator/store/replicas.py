"""Replicas: each copy of a project file is one, with a random id that no machine, person or folder has a part in.

The file remembers which replicas it has been. One that was copied, or brought to another machine, becomes a new
replica at its first write, so that two copies never sign with the same name; what it was before is still its own
history, which is why undo outlives any move.
"""

import os
import platform
import sqlite3
import zlib
from pathlib import Path

import msgspec

from annotator.store.journal_sums import latest_stamp

ID_BYTES = 8


class Past(msgspec.Struct, frozen=True):
    """A replica that this file has been: its id, and the last stamp that it gave here (None: it still is that one)."""

    id: str
    until: str | None


class Replica(msgspec.Struct, frozen=True):
    """The replica that a file is. `is_new`: the file was copied or never written; `adopt` has still to record it."""

    id: str
    place: str
    past: tuple[Past, ...]
    is_new: bool


def replica_of(connection: sqlite3.Connection, path: Path) -> Replica:
    """The replica that the file at `path` is; a new one if it is not the file that was written last."""
    rows = connection.execute("SELECT id, place, until FROM replicas ORDER BY number").fetchall()
    here = _place(path)
    past = tuple(Past(row["id"], row["until"]) for row in rows)
    if rows and rows[-1]["until"] is None and rows[-1]["place"] == here:
        return Replica(rows[-1]["id"], here, past, is_new=False)
    return Replica(os.urandom(ID_BYTES).hex(), here, past, is_new=True)


def another(replica: Replica) -> Replica:
    """A new replica in the place of one whose name somebody else goes by."""
    past = (
        replica.past
        if replica.is_new or any(one.id == replica.id for one in replica.past)
        else (
            *replica.past,
            Past(replica.id, None),
        )
    )
    return Replica(os.urandom(ID_BYTES).hex(), replica.place, past, is_new=True)


def adopt(connection: sqlite3.Connection, replica: Replica) -> None:
    """Record that the file is this new replica from now on. Part of the transaction of its first write."""
    connection.execute("UPDATE replicas SET until = ? WHERE until IS NULL", (latest_stamp(connection) or "",))
    connection.execute("INSERT INTO replicas (id, place) VALUES (?, ?)", (replica.id, replica.place))


def lineage(replica: Replica, until: str) -> list[Past]:
    """The replicas whose changes up to a stamp were made in this file; `until` ends the one that it still was."""
    return [Past(one.id, one.until or until) for one in replica.past]


def _place(path: Path) -> str:
    """Eight hex digits for the file itself on its machine: the same after it was renamed, others in a copy of it.

    It may be others for no good reason (a disk that is mounted anew): that costs a replica id and nothing else.
    """
    status = path.stat()
    # A checksum tells two files apart as well as a digest would, and needs no OpenSSL at every start.
    return f"{zlib.crc32(f'{platform.node()} {_machine()} {status.st_ino}'.encode()):08x}"


def _machine() -> str:
    """Return the system's id of this installation; empty where it has none."""
    if os.name == "nt":
        return ""
    try:
        return Path("/etc/machine-id").read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
