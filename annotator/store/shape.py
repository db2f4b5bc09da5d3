"""The check that a project file has the tables, views and triggers that Musnad makes, and no others.

SQL that a file brings along runs when it is read or written: a view in place of a table may never end, a trigger may
rewrite marks. So a file is opened only if every row of its `sqlite_master` is one that the migrations make; the
digests of those are kept here, because making a project to compare with takes longer than opening one.
"""

import re
import sqlite3

# hashlib would load OpenSSL at every start.
from _blake2 import blake2b
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from annotator.errors import ForeignPartsError, ProjectError
from annotator.store import migrations
from annotator.visible import clipped

SHAPES = (
    "7ebb3c7c2a87b1a2f8a7ed729ecb040d",
    "745f6781540d95b6cfebbc2424415d23",
    "47b8b005cd342188b0e73fde05e1d510",
    "85ca1ae9b6aca77dfbab9bb9608923fb",
    "0582bf4074152448ab9c8f58e71d287f",
    "836bfcebe7c00928fda38847e595649b",
    "773896123ca2d8ed0128c09d02174af1",
    "679e7d60c29bacf539f217ac6cf70d8a",
    "679e7d60c29bacf539f217ac6cf70d8a",
    "876c826e2b1504ee0edfb7af4fb385f5",
    "c69528e4245d16ac967adb8ea5991c76",
    "8b14bd6939993985e1083ff9f07bbd69",
    "5c9831022021708f99a818ba7a6ab74a",
    "ff968a61da20afb7e1d20513abc49d2f",
    "b4267ff69753b2ff56bffb6ef74101b5",
    "b4267ff69753b2ff56bffb6ef74101b5",
    "fd3696637b3582ee9653f932e60bacbe",
    "91fc44b5e9573e084c7796abac277d73",
    "91fc44b5e9573e084c7796abac277d73",
    "8bf8c91b63a82d3090e91faa93026b78",
    "562cfd8d37d8fbe76655d71577fd2f45",
)
"""The digest of the schema of each version, from 0 on; `python -m annotator.store.shape` prints them."""

SchemaPart = tuple[str, str, str, str | None]
"""A row of `sqlite_master`: type, name, table, SQL."""

# sqlite_utils notes the steps that were taken here; how it writes that down differs between its versions.
_STEPS = re.compile(
    r'CREATE TABLE ["\[]_sqlite_migrations["\]] \((\s*["\[]\w{1,40}["\]] (INTEGER|TEXT)( PRIMARY KEY)?,?){1,8}\s*\)'
    r'|CREATE UNIQUE INDEX ["\[]idx__sqlite_migrations_\w{1,40}["\]]\s+ON ["\[]_sqlite_migrations["\]] '
    r'\((["\[]\w{1,40}["\],]{1,2} ?){1,4}\)'
)
_STATISTICS = {
    ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    (
        *("table", "sqlite_stat4", "sqlite_stat4"),
        "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
    ),
}
"""The tables of ANALYZE, which other programs run."""
MOST_NAMED = 3


def check_shape(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ForeignPartsError if the file holds, or lacks, what its version of Musnad does not, or does, make."""
    version = migrations.version_of(connection)
    if not 0 <= version <= migrations.VERSION:
        raise ProjectError("{name} is not a Musnad project.", name=path.name)
    parts = sorted(parts_of(connection), key=repr)
    if digest_of(parts) != _digest_at(version):
        raise ForeignPartsError(
            "{name} holds parts that are not Musnad's ({parts}); they could change marks or never end, so it was not "
            "opened. Make a copy without them: musnad check {name} --clean COPY",
            name=path.name,
            parts=list(_differences(parts, version))[:MOST_NAMED] or "-",
        )


def _digest_at(version: int) -> str:
    return SHAPES[version] if version < len(SHAPES) else digest_of(made_by_musnad(version))


def parts_of(connection: sqlite3.Connection) -> Iterator[SchemaPart]:
    """Yield the parts of the file's schema, without what differs between equal files and runs nothing."""
    for row in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        part = tuple(row)
        is_steps = part[2] == "_sqlite_migrations" and _STEPS.fullmatch((part[3] or "")[:1000]) is not None
        if not is_steps and part not in _STATISTICS:
            yield part


def digest_of(parts: Iterable[SchemaPart]) -> str:
    """Return the digest that stands for these parts in `SHAPES`."""
    return blake2b(repr(list(parts)).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def made_by_musnad(version: int) -> list[SchemaPart]:
    """The parts of a project file of a version, from one that is made for it in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.migrate(connection, version)
        return sorted(parts_of(connection), key=repr)


def _differences(parts: Iterable[SchemaPart], version: int) -> Iterator[str]:
    held, made = set(parts), set(made_by_musnad(version))
    for part in sorted(held - made, key=repr):
        yield clipped(f"{part[0]} {part[1]}", 60)
    names = {part[:2] for part in held}
    yield from (f"no {part[0]} {part[1]}" for part in sorted(made - held, key=repr) if part[:2] not in names)


if __name__ == "__main__":
    for made in range(migrations.VERSION + 1):
        print(f'    "{digest_of(made_by_musnad(made))}",')
