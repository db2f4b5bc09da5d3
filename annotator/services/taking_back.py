"""Taking an action back without touching newer work: which rows and columns go back, and what is kept, and why.

A column goes back only where no later change of it stands, anybody's; a row goes or comes back only where nobody has
changed or deleted it since, nothing newer rests on it, and what it belongs to is there.
"""

from collections.abc import Mapping, Sequence

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.annotator import kind_of
from annotator.domain.change import SCHEME as SCHEME_REACH
from annotator.domain.change import Kept, Reason, reach_of
from annotator.domain.row_history import Row
from annotator.domain.scheme import Scheme
from annotator.domain.span import ELLIPSIS
from annotator.errors import InputError, MusnadError, ProjectError
from annotator.services.aftermath import SCHEME, Aftermath, Fault
from annotator.store import past
from annotator.store.bonds import RowKey
from annotator.store.connection import Connection
from annotator.store.edits import Edit, together
from annotator.store.fold import is_whole
from annotator.store.journal import Journal
from annotator.store.references import stored_row, stored_rows
from annotator.store.restoring import effects
from annotator.store.rows import BrokenRowError

NAME_LENGTH = 60
"""Characters of a mark's words or of a title that a message repeats."""


NAMING = ("title", "name", "alias", "publisher", "url")
"""The columns that may hold what people call a row."""


class Plan(msgspec.Struct, frozen=True):
    """The edits that take an action back as far as it can be, and what they leave as it is, the causes first.

    `reach` is how the id of the action that does so begins.
    """

    edits: tuple[Edit, ...]
    kept: tuple[Kept, ...]
    reach: str = ""


def planned(connection: Connection, scheme: Scheme, journal: Journal, action: str) -> Plan:
    """Return the edits that taking back an action would write now. Raises MusnadError where others rest on all of it.

    Where newer work has replaced everything that the action did, there is nothing to write and nothing to refuse.
    """
    names = RowNames(connection)
    newer: list[Kept] = []
    edits: dict[RowKey, Row | None] = {}
    every = {key: (found, row) for key, found, row in effects(connection, action)}
    for key, (found, row) in reversed(every.items()):
        check_cancelled()
        if found.changes and not (found.row is None and _is_person(key)):
            edits[key] = found.row
        if found.newer is not None:
            newer.append(names.kept(key, row, found.newer.columns, found.newer.reason, found.newer.annotator))
    held = _held_of_partial(connection, edits)
    after, kept = _settled(connection, scheme, journal, edits, held)
    if kept and not after.edits:
        raise _refusal(after, *kept[0])
    return Plan(
        together(Edit(table, row_id, row) for (table, row_id), row in after.edits.items()),
        (*(one for one, _ in kept), *newer),
        # Of older files, what the action touched has to tell.
        reach_of(action) or (SCHEME_REACH if any(table == "settings" for table, _ in every) else ""),
    )


def _is_person(key: RowKey) -> bool:
    """Return whether a row registers a person: in a copy of the project, work of theirs may rest on it by now."""
    return key[0] == "annotators" and kind_of(key[1]) == "person"


def _held_of_partial(connection: Connection, edits: Mapping[RowKey, Row | None]) -> dict[RowKey, Row]:
    """Return the stored rows of edits that put only some columns. Raises BrokenRowError for one that lacks others."""
    partial = {key: row for key, row in edits.items() if row is not None and not is_whole(key[0], row)}
    held: dict[RowKey, Row] = {**stored_rows(connection, partial)}
    for key, row in partial.items():
        if not is_whole(key[0], {**held.get(key, {}), **row}):
            raise BrokenRowError(*key, "the journal does not say the whole of it")
    return held


def _settled(
    connection: Connection,
    scheme: Scheme,
    journal: Journal,
    edits: dict[RowKey, Row | None],
    held_rows: Mapping[RowKey, Row],
) -> tuple[Aftermath, list[tuple[Kept, Fault]]]:
    """Return the edits that the rest of the project allows, and those that it does not, with the reason."""
    after, names = Aftermath(connection, scheme, edits, held_rows), RowNames(connection)
    kept: list[tuple[Kept, Fault]] = []
    to_blame: dict[RowKey, str] = {}
    while faults := after.faults():
        for key, fault in faults.items():
            held = stored_row(connection, key)
            row = {**(held or {}), **(after.edits[key] or {})}
            annotator = to_blame.get(fault.cause) or journal.last_annotator(*fault.cause)
            columns = () if fault.column is None else (fault.column,)
            without = {**row, **{column: (held or {}).get(column) for column in columns}}
            if without in (row, held):
                after.leave_out(key)
                to_blame[key] = annotator
            else:
                after.edits[key] = without
            kept.append((names.kept(key, row, columns, fault.reason, annotator), fault))
    return after, kept


def _refusal(after: Aftermath, first: Kept, fault: Fault) -> MusnadError:
    """The error that says why nothing of an action can be taken back."""
    if first.reason == "used":
        return ProjectError(
            "This cannot be taken back: newer work of {annotator} rests on it ({name}).",
            annotator=first.annotator,
            name=first.name,
        )
    if fault.cause == SCHEME:
        row = after.left_out[first.table, first.row_id] or {}
        return InputError("This cannot be brought back: the scheme no longer has {label!r}.", label=row.get("label"))
    return InputError(
        "This cannot be brought back: {annotator} has taken away what it belongs to, or its place ({name}).",
        annotator=first.annotator,
        name=first.name,
    )


class RowNames:
    """The names of a project's rows for people: the words of a mark, the name of an actor, the title of an article."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[str, tuple[str, str]] = {}

    def kept(self, key: RowKey, row: Row, columns: Sequence[str], reason: Reason, annotator: str) -> Kept:
        """The record of a row that is kept, by its name."""
        table, row_id = key
        return Kept(
            table=table,
            row_id=row_id,
            columns=tuple(columns),
            reason=reason,
            annotator=annotator,
            name=shortened(self._name(table, row)),
            document_id=row_id if table == "documents" else row.get("document_id"),
        )

    def name(self, key: RowKey, row: Row) -> str:
        """Return what people call a row, shortened; of a link the words of the mark that it leads from."""
        table, row_id = key
        if table == "documents":
            return shortened(self.title(row_id))
        if table == "relations":
            row = stored_row(self._connection, ("spans", row["from_id"])) or {} if "from_id" in row else {}
        return shortened(self._name("spans" if table == "relations" else table, row))

    def title(self, document_id: str) -> str:
        """Return the title of a document, or the last one of a document that is gone."""
        return self._document(document_id)[0] or past.last_title(self._connection, document_id)

    def _name(self, table: str, row: Row) -> str:
        # Of a row that came from elsewhere only a part may be known.
        if row.get("parts") is not None:
            text = self._document(row.get("document_id", ""))[1]
            return ELLIPSIS.join(text[start:end] for start, end in row["parts"])
        if table == "relations":
            head = stored_row(self._connection, ("spans", row.get("from_id", "")))
            label = str(row.get("label", ""))
            return f"{label}: {self._name('spans', head)}" if head is not None else label
        if table == "annotation_sets":
            return self._document(row.get("document_id", ""))[0]
        called = ("title", "name", "text", "alias", "publisher", "url")
        return str(next((row[column] for column in called if row.get(column)), ""))

    def _document(self, document_id: str) -> tuple[str, str]:
        """Title and text of a document; empty for one that is gone."""
        if document_id not in self._documents:
            row = stored_row(self._connection, ("documents", document_id)) or {}
            self._documents[document_id] = row.get("title", ""), row.get("text", "")
        return self._documents[document_id]


def shortened(name: str) -> str:
    """A name on one line, cut where it is long."""
    line = " ".join(name.split())
    return line if len(line) <= NAME_LENGTH else line[: NAME_LENGTH - 1].rstrip() + "…"
