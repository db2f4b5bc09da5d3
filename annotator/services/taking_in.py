"""Whole annotation sets, read and compared beside those who work, and then written at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from annotator.domain.change import IMPORT, Changes
from annotator.domain.ids import new_id
from annotator.formats.record import Record
from annotator.services import records
from annotator.services.door.file import ProjectFile
from annotator.services.door.watched_edits import WatchedEdits
from annotator.store.connection import told
from annotator.store.edits import Edit

Each = TypeVar("Each")


def take_in(file: ProjectFile, incoming: Iterable[Record], heard: Callable[[], object] | None = None) -> Changes | None:
    """Make the project hold these records in one transaction; None where it does already.

    `heard` is called between any two steps and may raise Cancelled: then nothing was done.
    """
    heard = heard or _nobody
    known = list(_heard(incoming, heard))
    meanwhile: list[Changes] = []
    stop = file.listen(meanwhile.append)
    try:
        with file.prepared() as connection:
            edits = records.edits_for(connection, file.scheme, _heard(known, heard), file.annotator)
        with file.turn() as connection:
            if not file.is_stored(connection) or any(_meet(edits, changes) for changes in meanwhile):
                # Somebody changed what these records are about: compared again, and nobody writes meanwhile.
                with told(file.path):
                    edits = records.edits_for(connection, file.scheme, _heard(known, heard), file.annotator)
            return file.write(WatchedEdits(edits, heard), action=IMPORT + new_id()) if edits else None
    finally:
        stop()


def _heard(items: Iterable[Each], heard: Callable[[], object]) -> Iterator[Each]:
    for item in items:
        heard()
        yield item


def _meet(edits: Sequence[Edit], changes: Changes) -> bool:
    """Return True if edits rest on anything that these changes touched."""
    if changes.touches("settings", "actors", "statements", "annotators"):
        return True
    about = {edit.row["document_id"] for edit in edits if edit.row is not None and "document_id" in edit.row}
    about |= {edit.row_id for edit in edits if edit.table == "documents"}
    return not about.isdisjoint(changes.documents)


def _nobody() -> None:
    """Nobody hears."""
