"""Whole annotation sets: read, compared and written record by record, in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import chain

from annotator.cancellation import cancelled_by, check_cancelled
from annotator.domain.change import IMPORT, Changes
from annotator.domain.ids import new_id
from annotator.domain.scheme import Scheme
from annotator.formats.record import Record
from annotator.services import records
from annotator.services.door.file import ProjectFile
from annotator.store.connection import Connection
from annotator.store.edits import Edit, EditStream
from annotator.store.explaining import told


def take_in(
    file: ProjectFile,
    incoming: Iterable[Record],
    heard: Callable[[], object] | None = None,
    checked_by: Scheme | None = None,
) -> Changes | None:
    """Make the project hold these records in one transaction; None where it does already.

    `heard` is called between any two steps and may raise Cancelled: then nothing was done. What others do meanwhile
    waits, and whoever reads the project reads it as it was before. `checked_by` is the scheme by which a reader has
    checked the records already, if one has.
    """
    with nullcontext() if heard is None else cancelled_by(heard), file.turn() as connection:
        edits = Incoming(file, connection, incoming, checked_by)
        return file.write(edits, action=IMPORT + new_id()) if edits.begin() else None


class Incoming(EditStream):
    """The edits for records, made as the records are read: no more than a batch of them is in memory."""

    def __init__(
        self, file: ProjectFile, connection: Connection, incoming: Iterable[Record], checked_by: Scheme | None = None
    ) -> None:
        self._path = file.path
        self._made = records.edits_for(
            connection, file.scheme, _checking(incoming), file.annotator, checked_by=checked_by
        )

    def begin(self) -> bool:
        """Return whether there is anything to write. Raises what stands against the records up to the first edit."""
        with told(self._path):
            first = next(self._made, None)
        self._made = chain(() if first is None else (first,), self._made)
        return first is not None

    def batches(self) -> Iterator[Sequence[Edit]]:
        """Yield the edits, read once."""
        yield from self._made


def _checking(items: Iterable[Record]) -> Iterator[Record]:
    for item in items:
        check_cancelled()
        yield item
