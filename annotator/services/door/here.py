"""The connection that a thread acts or reads on, and reading of one moment."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.store.connection import Connection


class Here(threading.local):
    """The connection on which a thread is acting now, or which it reads as of one moment."""

    connection: Connection | None = None
    view: Connection | None = None
    is_reading = False
    """Reading as somebody who may not see everything, also while an action is made."""

    @property
    def sees_everything(self) -> bool:
        """Return whether what is read keeps the rules of all that is there, and is shown to nobody."""
        return self.connection is not None and not self.is_reading

    @contextmanager
    def at(self, connection: Connection) -> Iterator[Connection]:
        """Act on this connection until the block ends."""
        before, self.connection = self.connection, connection
        try:
            yield connection
        finally:
            self.connection = before

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read as somebody who may not see everything, until the block ends."""
        before, self.is_reading = self.is_reading, True
        try:
            yield
        finally:
            self.is_reading = before

    @contextmanager
    def looking(self, view: Connection) -> Iterator[None]:
        """Read this connection until the block ends."""
        self.view = view
        try:
            yield
        finally:
            self.view = None


@contextmanager
def of_one_moment(connection: Connection) -> Iterator[None]:
    """Until the block ends, all that is read through a connection is of one moment, whoever writes meanwhile."""
    if _is_within(connection):
        # `store.open_file` holds the file as it is until the first write.
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # After some errors, a torn page among them, SQLite has left the transaction by itself.
        if _is_within(connection):
            connection.execute("COMMIT")


def _is_within(connection: Connection) -> bool:
    """Return whether a transaction is open; asked anew each time, because SQLite may end one."""
    return connection.in_transaction
