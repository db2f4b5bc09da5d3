"""Another program that writes to a project file, for tests of who waits for it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

End = Callable[[], None]


@contextmanager
def another_program_writes(path: Path) -> Iterator[End]:
    """Hold the file's write lock until the block ends, or until what is given is called."""
    # Ended by another thread in some tests.
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")

        def end() -> None:
            if other.in_transaction:
                other.execute("ROLLBACK")

        yield end
        end()


def stored(path: Path, query: str) -> list[Any]:
    """The first column of what is in the file itself, as any program reads it."""
    with closing(sqlite3.connect(path)) as file:
        return [row[0] for row in file.execute(query)]
